"""One bytearray, changed in every way by four threads."""
# gil: 3.10 off
import threading

ROUNDS = 300


def together(*workers):
    """Runs these at once; gives the exceptions that none of them may raise."""
    wrong = []
    start = threading.Barrier(len(workers))

    def guarded(worker, seed):
        start.wait()
        try:
            worker(seed)
        except Exception as e:
            wrong.append(f"{type(e).__name__}: {e}")

    threads = [threading.Thread(target=guarded, args=(w, i + 1)) for i, w in enumerate(workers)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return sorted(set(wrong))


shared = bytearray(range(100))


def change(seed):
    n = seed
    for i in range(ROUNDS):
        n = (n * 1103515245 + 12345) % 2147483648
        what = n >> 8 & 7
        try:
            if what == 0:
                shared.append(n % 100)
            elif what == 1:
                shared.pop()
            elif what == 2:
                shared[n % 50] = n % 100
            elif what == 3:
                shared.extend(b"abc")
            elif what == 4:
                del shared[3:6]
            elif what == 5:
                assert type(shared.find(b"abc")) is int and len(bytes(shared)) >= 0
            elif what == 6:
                shared[2:4] = b"xyz"
            else:
                assert all(0 <= b < 256 for b in shared) and len(shared.hex()) % 2 == 0
            if len(shared) > 500:
                shared.clear()
        except (IndexError, ValueError):
            pass


print(together(change, change, change, change))
print(len(shared) == len(list(shared)))
# expect: []
# expect: True
