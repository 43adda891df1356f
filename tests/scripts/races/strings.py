"""One string is appended to, sliced, hashed and joined by four threads."""
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


shared = ""
words = ["alpha", "beta", "gamma"]


def change(seed):
    global shared
    for i in range(ROUNDS):
        shared += "ab"
        text = shared
        assert text.count("a") == text.count("b") == len(text) // 2
        assert text[:10].replace("b", "") == "a" * (len(text[:10]) // 2)
        assert hash(text) == hash(text[:]) and {text: 1}[text] == 1
        words[seed % 3] = "word" + str(i)
        assert " ".join(words).count(" ") == 2
        if len(text) > 400:
            shared = ""


print(together(change, change, change, change))
print(set(shared) <= {"a", "b"})
# expect: []
# expect: True
