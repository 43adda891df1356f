#!/usr/bin/env python3
"""What recording a run costs: `python3 bench/recording.py`.

The native program records only when something is made of it (`--stats`, `--trace`, `--table`). Each program runs both
ways in turn, in another order every round, and says itself how long it took: processor time of the whole process from
its first line to its last, so neither starting nor writing the trace is in it. The table has the medians of the ratio
over the rounds. Promised: at most 3 % more.
"""

import argparse
import json
import math
import pathlib
import subprocess
import tempfile

import support

TIMED = """
import time as _time
_began = _time.process_time()
{program}
print(_time.process_time() - _began)
"""
PROGRAMS = {
    "one thread that computes": """
def work(n):
    total = 0
    for i in range(n):
        total += i * i % 7
    return total

work(6_000_000)
""",
    "functions that call functions": """
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

fib(29)
""",
    "two threads that hand the GIL over": """
import sys
from threading import Thread

sys.setswitchinterval(0.005)

def work(n):
    total = 0
    for i in range(n):
        total += i * i % 7

threads = [Thread(target=work, args=(5_000_000,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
""",
    "a lock taken and let go": """
from threading import Lock

lock = Lock()
for _ in range(1_500_000):
    with lock:
        pass
""",
    "the same for ten times as long": """
from threading import Lock

lock = Lock()
for _ in range(15_000_000):
    with lock:
        pass
""",
    "messages through a queue": """
from queue import Queue
from threading import Thread

queue = Queue(64)

def make():
    for i in range(60_000):
        queue.put(i)
    queue.put(None)

thread = Thread(target=make)
thread.start()
while queue.get() is not None:
    pass
thread.join()
""",
    "a thousand threads": """
from threading import Thread

for _ in range(1000):
    thread = Thread(target=sum, args=(range(1000),))
    thread.start()
    thread.join()
""",
}
EVERY_GIL = ("3.10", "off")
SUITE = support.HERE / "programs"  # the programs of speed.py
SUITE_TIMES = 8  # how often each runs: about a quarter of a second


def seconds(file, gil, recorded):
    """Runs a program; returns its own seconds, and how many events were recorded."""
    command = [support.machine(), "run", file, "--gil", gil] + (["--stats"] if recorded else [])
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    events = json.loads(done.stderr.splitlines()[-1])["events"] if recorded else 0
    return float(done.stdout), events


def measure(file, gil, rounds):
    """The median of recorded time over unrecorded, and of the number of events."""
    ratios, counts = [], []
    for number in range(rounds):
        ways = [True, False] if number % 2 else [False, True]
        taken = {way: seconds(file, gil, way) for way in ways}
        ratios.append(taken[True][0] / taken[False][0])
        counts.append(taken[True][1])
    return support.median(ratios), support.median(counts)


def measure_suite(file, gil, rounds):
    """The geometric mean of the ratios of speed.py's programs, the worst one, and its program."""
    ratios = {}
    for path in sorted(SUITE.glob("*.py")):
        program = path.read_text(encoding="utf-8") + f"\nfor _ in range({SUITE_TIMES}):\n    run()\n"
        file.write_text(TIMED.format(program=program), encoding="utf-8")
        ratios[path.stem], _ = measure(file, gil, rounds)
    worst = max(ratios, key=ratios.get)
    return math.exp(sum(map(math.log, ratios.values())) / len(ratios)), ratios[worst], worst


def report_suite(file, rounds):
    """A row for each setting of the GIL."""
    for gil in EVERY_GIL:
        mean, most, worst = measure_suite(file, gil, rounds)
        support.table_row("the programs of speed.py, geometric mean", gil, "", f"{mean:.3f}")
        support.table_row(f"… the one it costs most ({worst})", gil, "", f"{most:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--only", default="", help="programs whose name has this in it")
    options = parser.parse_args()
    support.table_head("program", "GIL", "events", "with recording : without")
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "program.py"
        if options.only in "programs of speed.py":
            report_suite(file, max(3, options.rounds // 2))
        for name, program in PROGRAMS.items():
            if options.only not in name:
                continue
            file.write_text(TIMED.format(program=program), encoding="utf-8")
            for gil in EVERY_GIL:
                ratio, events = measure(file, gil, options.rounds)
                support.table_row(name, gil, f"{events:,.0f}", f"{ratio:.3f}" + ("" if ratio <= 1.03 else " **missed**"))


if __name__ == "__main__":
    main()
