"""The lost-update table of docs/gil.md: what of `updates` increments by four threads is lost, one line per statement.

Arguments: updates of each thread. Runs under Interleave and under CPython alike.
"""
import sys
from threading import Barrier, Thread

THREADS = 4
UPDATES = int(sys.argv[1]) if len(sys.argv) > 1 else 20000


class Box:
    v = 0


g = 0
x = 0
o = Box()
l = [0]
d = {}
items = []


def f(value):
    return value


def bump():
    global g
    g += 1


def global_add():
    global g
    for _ in range(UPDATES):
        g += 1


def attribute_add():
    for _ in range(UPDATES):
        o.v += 1


def item_add():
    for _ in range(UPDATES):
        l[0] += 1


def three_steps():
    global g
    for _ in range(UPDATES):
        x = g
        x = x + 1
        g = x


def bump_calls():
    for _ in range(UPDATES):
        bump()


def native_call():
    global g
    for _ in range(UPDATES):
        g += int(1)


def python_call():
    global g
    for _ in range(UPDATES):
        g += f(1)


def call_around():
    global g
    for _ in range(UPDATES):
        g = f(g) + 1


def dict_get():
    for _ in range(UPDATES):
        d["k"] = d.get("k", 0) + 1


def list_append():
    for i in range(UPDATES):
        items.append(i)


CASES = [
    ("g += 1", global_add, lambda: g),
    ("o.v += 1", attribute_add, lambda: o.v),
    ("l[0] += 1", item_add, lambda: l[0]),
    ("x = g; x = x + 1; g = x", three_steps, lambda: g),
    ("bump()", bump_calls, lambda: g),
    ("g += int(1)", native_call, lambda: g),
    ("g += f(1)", python_call, lambda: g),
    ("g = f(g) + 1", call_around, lambda: g),
    ("d[k] = d.get(k, 0) + 1", dict_get, lambda: d["k"]),
    ("list.append", list_append, lambda: len(items)),
]

for name, work, read in CASES:
    g = 0
    together = Barrier(THREADS)
    threads = [Thread(target=lambda: (together.wait(), work())) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lost = THREADS * UPDATES - read()
    print(f"{lost / (THREADS * UPDATES):.6f}\t{name}")
