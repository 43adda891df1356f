#!/usr/bin/env python3
"""What a second core gives: `python3 bench/scaling.py`, and `--browser` for Chromium.

The same work is done by one thread, by two threads of one program, and by one thread in each of two programs that run
at the same time (two processes; in Chromium two tabs, each with a process and a machine of its own). The last is what
this machine has to give at that moment: its ceiling. The share is the time of the two programs over the time of the
two threads, so the single thread's time does not enter it. All three take turns, in another order every round; the
table has medians over the rounds. In Chromium the canvas is hidden. What is timed is from the first thread's start to
the last one's end, by the program's own clock; two programs agree on a moment to begin at, and the slower one counts.
"""

import argparse
import itertools
import json
import time

import support

HEAD = """
import time
from threading import Thread
"""
TAIL = """
def measure_threads(count, begin_at):
    work(0)
    threads = [Thread(target=work, args=(i,)) for i in range(count)]
    time.sleep(max(0, begin_at - time.time()))
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(time.perf_counter() - began)
"""
LOCALS = """
def work(number):
    total = 0
    for i in range({n}):
        total = (total + i * i) % 1000003
    return total
"""
METHODS = """
class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount
        return self.balance


def work(number):
    account = Account()
    for i in range({n}):
        account.deposit(i & 7)
    return account.balance
"""
LOOKUPS = """
class Settings:
    factor = 3
    names = {{str(i): i for i in range(100)}}


TABLE = {{i: i * 7 for i in range(1000)}}
ROWS = list(range(1000))
settings = Settings()


def work(number):
    total = 0
    for i in range({n}):
        at = i % 1000
        total += TABLE[at] + ROWS[at] + settings.factor + len(settings.names)
    return total
"""
LISTS = """
def work(number):
    kept = []
    for i in range({n}):
        kept = [i, (i, number), [i]]
        kept.append([kept[0]] * 4)
    return kept
"""
HASHING = """
import hashlib
piece = b"x" * {size}


def work(number):
    for _ in range({n}):
        hashlib.sha256(piece)
"""
ROUND_SECONDS_AHEAD = 0.25  # until when two programs are surely waiting to begin


class Case:
    """A kind of work: what it is called, its program, the GIL's setting, and what is promised of it."""

    def __init__(self, name, code, gil, promise):
        self.name, self.gil, self.promise = name, gil, promise
        self.code = HEAD + code + TAIL


def cases(scale):
    """All of them; `scale` makes the work longer."""
    def times(n):
        return int(n * scale)

    off, on = "off", "3.10"
    return [
        Case("arithmetic on locals", LOCALS.format(n=times(5_000_000)), off, ("share", 0.95)),
        Case("methods on private objects", METHODS.format(n=times(4_000_000)), off, ("share", 0.9)),
        Case("shared look-ups, reading only", LOOKUPS.format(n=times(2_000_000)), off, ("share", 0.85)),
        Case("building lists", LISTS.format(n=times(500_000)), off, ("share", 0.85)),
        Case("hashing 8 MB", HASHING.format(n=times(5), size=8_000_000), on, ("share", 0.9)),
        Case("hashing pieces of 2000 bytes", HASHING.format(n=times(20_000), size=2000), on, ("gain", 1.1)),
    ]


class Native:
    """Programs as processes."""

    name = "natively"

    def run(self, case, threads, programs):
        """Seconds of the slowest of `programs` programs that each run `threads` threads."""
        begin_at = time.time() + ROUND_SECONDS_AHEAD
        code = f"{case.code}\nmeasure_threads({threads}, {begin_at})\n"
        command = [support.machine(), "run", "-", "--gil", case.gil]
        pipe = support.subprocess.PIPE
        running = [support.subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _ in range(programs)]
        for process in running:
            process.stdin.write(code)
            process.stdin.close()
        found = [float(process.stdout.read()) for process in running]
        for process in running:
            process.wait()
        return max(found)


class InTabs:
    """Programs as tabs of Chromium."""

    name = "in Chromium"
    tabs = ["one", "two"]

    def __init__(self, chromium):
        self.chromium = chromium
        chromium.open_ours(*self.tabs)

    def run(self, case, threads, programs):
        """As Native.run()."""
        begin_at = time.time() + ROUND_SECONDS_AHEAD
        code = f"{case.code}\nmeasure_threads({threads}, {begin_at})\n"
        answers = self.chromium.run_together(self.tabs[:programs], code, gil=case.gil)
        wrong = [answer["error"] for answer in answers if answer["error"]]
        if wrong:
            raise RuntimeError(json.dumps(wrong))
        return max(float(answer["stdout"]) for answer in answers)


WAYS = {"alone": (1, 1), "threads": (2, 1), "programs": (1, 2)}


def measure(case, where, rounds):
    """Medians over the rounds: what two programs gain over one, what two threads do, and the latter's share."""
    ceilings, gains, shares = [], [], []
    orders = itertools.cycle(itertools.permutations(WAYS))
    for _ in range(rounds):
        taken = {way: where.run(case, *WAYS[way]) for way in next(orders)}
        ceilings.append(2 * taken["alone"] / taken["programs"])
        gains.append(2 * taken["alone"] / taken["threads"])
        shares.append(taken["programs"] / taken["threads"])
    return support.median(ceilings), support.median(gains), support.median(shares)


def report(places, rounds, scale, only):
    """Prints the table, a row for every kind of work and place."""
    support.table_head("work", "where", "GIL", "two programs", "two threads", "share", "promised")
    for case in cases(scale):
        if only not in case.name:
            continue
        what, bound = case.promise
        promise = f"share ≥ {bound}" if what == "share" else f"two threads ≤ {bound}×"
        for where in places:
            ceiling, gain, share = measure(case, where, rounds)
            kept = share >= bound if what == "share" else gain <= bound
            support.table_row(case.name, where.name, case.gil, f"{ceiling:.2f}×", f"{gain:.2f}×", f"{share:.2f}",
                              promise + ("" if kept else " **missed**"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--scale", type=float, default=1.0, help="how much work, as a factor")
    parser.add_argument("--only", default="", help="kinds of work whose name has this in it")
    parser.add_argument("--browser", action="store_true", help="in Chromium as well")
    parser.add_argument("--site", help="folder of the built site (default build/site)")
    options = parser.parse_args()
    if not options.browser:
        report([Native()], options.rounds, options.scale, options.only)
        return
    with support.Chromium(options.site) as chromium:
        report([Native(), InTabs(chromium)], options.rounds, options.scale, options.only)


if __name__ == "__main__":
    main()
