import threading
def merge_sort(arr):
    if len(arr) <= 1: return arr
    mid = len(arr) // 2
    res = [None, None]
    def part(k, a): res[k] = merge_sort(a)
    if len(arr) > 8:
        ts = [threading.Thread(target=part, args=(0, arr[:mid])), threading.Thread(target=part, args=(1, arr[mid:]))]
        for t in ts: t.start()
        for t in ts: t.join()
    else: part(0, arr[:mid]); part(1, arr[mid:])
    left, right = res; out = []
    while left and right: out.append((left if left[0] <= right[0] else right).pop(0))
    return out + left + right
data = [(i * 7919) % 101 for i in range(40)]
r = merge_sort(data)
print(r == sorted(data), r[:10])
class ReturnThread(threading.Thread):
    def __init__(self, *a, **k): super().__init__(*a, **k); self._return = None
    def run(self):
        if self._target is not None: self._return = self._target(*self._args, **self._kwargs)
    def join(self, *a): super().join(*a); return self._return
t = ReturnThread(target=merge_sort, args=([3, 1, 2],), kwargs={}); t.start(); print(t.join())
t2 = ReturnThread(target=sum, args=([1, 2],), kwargs={'start': 10}); t2.start(); print(t2.join(1))

# expect: True [0, 2, 3, 6, 9, 12, 15, 18, 21, 22]
# expect: [1, 2, 3]
# expect: 13
