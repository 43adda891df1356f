"""A random generator, a StringIO, a compiled pattern and caches, shared by four threads."""
# gil: 3.10 off
import functools
import io
import json
import random
import re
import threading
import weakref

ROUNDS = 60


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


source = random.Random(7)
text = io.StringIO()


@functools.lru_cache(maxsize=16)
def cached(n):
    return n * n


class Node:
    pass


nodes = weakref.WeakValueDictionary()


def use(seed):
    for i in range(ROUNDS):
        assert 0 <= source.random() < 1 and 1 <= source.randint(1, 6) <= 6
        text.write("line\n")
        assert re.sub(r"(\d+)-(\w)", r"\2\1", f"{i}-x") == f"x{i}"
        assert re.fullmatch(f"a{{{i % 9}}}", "a" * (i % 9))
        assert cached(i % 30) == (i % 30) ** 2
        assert json.loads(json.dumps({"a": [i, None]})) == {"a": [i, None]}
        node = Node()
        nodes[i % 20] = node
        assert nodes.get(i % 20) is None or type(nodes.get(i % 20)) in (Node, type(None))


print(together(use, use, use, use))
print(set(text.getvalue().split()) <= {"line"} or "mixed")
# expect: []
# expect-any-order: True
