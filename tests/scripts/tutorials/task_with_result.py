import threading
class Task(threading.Thread):
    def __init__(self, fn, *args, **kwargs): super().__init__(daemon=True); self.fn, self.args, self.kwargs, self._result, self._exc = fn, args, kwargs, None, None
    def run(self):
        try: self._result = self.fn(*self.args, **self.kwargs)
        except Exception as e: self._exc = e
    def result(self, timeout=None):
        self.join(timeout)
        if self.is_alive(): raise TimeoutError(f'{self.name} after {timeout}')
        if self._exc is not None: raise self._exc
        return self._result
def go(fn, *a): t = Task(fn, *a); t.start(); return t
print(go(max, 3, 9).result(), go(sorted, 'cab').result())
try: go(int, 'x').result()
except ValueError as e: print(e)
try: go(threading.Event().wait).result(.01)
except TimeoutError as e: print(e)
print(Task(len).args, repr(Task(len)))

# expect: 9 ['a', 'b', 'c']
# expect: invalid literal for int() with base 10: 'x'
# expect: Thread-4 after 0.01
# expect: () <Task(Thread-6, initial daemon)>
