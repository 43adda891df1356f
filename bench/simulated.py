#!/usr/bin/env python3
"""How fast simulated runs are: `python3 bench/simulated.py`, and `--browser` for Chromium.

The first table: instructions of the visible bytecode a second. A simulated run's own clock goes on by the same time
for each (src/exec/costs.h), so a program that only computes says by that clock how many it took; the machine's time is
that of the whole run less that of an empty one. Promised: at least 20 million. In Chromium this is the program without
shared memory, which every browser runs and which runs on the page's own thread.

The second: programs with thousands of threads that each sleep, take a lock and end. Medians over the rounds.
"""

import argparse
import json
import re
import subprocess
import time

import support

KINSTRUCTION = re.compile(r"kInstruction = (\d+);")
CORES, SEED = 2, 1
EMPTY = "pass\n"
COMPUTING = {
    "a loop with arithmetic": """
def work(n):
    total = 0
    for i in range(n):
        total += i * i % 7
    return total

work(3_000_000)
""",
    "calls and attributes": """
class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount

account = Account()
for i in range(1_000_000):
    account.deposit(i & 7)
""",
    "two threads and the GIL": """
from threading import Thread

def work(n):
    total = 0
    for i in range(n):
        total += i * i % 7

threads = [Thread(target=work, args=(1_500_000,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
""",
}
THREADS = """
from threading import Lock, Thread
from time import sleep

lock = Lock()
done = 0

def work(number):
    global done
    sleep(number % 10 / 10)
    with lock:
        done += 1

threads = [Thread(target=work, args=(i,)) for i in range({n})]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert done == {n}
"""


def instruction_ns():
    """What an instruction costs on the simulated clock."""
    text = (support.ROOT / "src" / "exec" / "costs.h").read_text(encoding="utf-8")
    return int(KINSTRUCTION.search(text)[1])


def natively(code):
    """Runs a program; returns the machine's seconds, and the Result."""
    began = time.perf_counter()
    done = subprocess.run(
        [support.machine(), "run", "-", "--sim", f"--cores={CORES}", f"--seed={SEED}", "--stats"], input=code,
        capture_output=True, text=True, check=True)
    return time.perf_counter() - began, json.loads(done.stderr.splitlines()[-1])


def in_tab(chromium):
    """The same in a tab."""
    def run(code):
        answer = chromium.run("single", code, mode="sim", cores=CORES, seed=SEED)
        if answer["error"]:
            raise RuntimeError(answer["error"])
        return answer["ms"] / 1e3, answer["result"]
    return run


def per_second(run, code, rounds):
    """Instructions a second: the median over the rounds."""
    found = []
    for _ in range(rounds):
        nothing, _result = run(EMPTY)
        taken, result = run(code)
        found.append(result["elapsedNs"] / instruction_ns() / (taken - nothing))
    return support.median(found)


def report(places, rounds):
    """Prints both tables."""
    support.table_head("instructions a second", *places)
    for name, code in COMPUTING.items():
        rates = [per_second(run, code, rounds) for run in places.values()]
        support.table_row(name, *[f"{rate / 1e6:.0f} million" + ("" if rate >= 20e6 else " **missed**") for rate in rates])
    print()
    support.table_head("threads", *[f"{place}, seconds" for place in places], "on the simulated clock")
    for count in (1000, 5000, 8000):
        code = THREADS.format(n=count)
        runs = [[run(code) for _ in range(min(rounds, 3))] for run in places.values()]
        taken = [f"{support.median(seconds for seconds, _ in list_of):.2f}" for list_of in runs]
        clock = {result["elapsedNs"] for list_of in runs for _, result in list_of}
        support.table_row(f"{count:,}", *taken, ", ".join(f"{ns / 1e9:.3f} s" for ns in sorted(clock)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--browser", action="store_true", help="in Chromium as well")
    parser.add_argument("--site", help="folder of the built site (default build/site)")
    options = parser.parse_args()
    places = {"natively": natively}
    if not options.browser:
        report(places, options.rounds)
        return
    with support.Chromium(options.site) as chromium:
        chromium.open_single("single")
        places["in Chromium, without threads"] = in_tab(chromium)
        report(places, options.rounds)


if __name__ == "__main__":
    main()
