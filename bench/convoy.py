#!/usr/bin/env python3
"""The convoy effect: `python3 bench/convoy.py`, and `--browser` for Chromium.

tests/gil/convoy.py sends messages to and fro between two threads through two queues, for half a second, alone and
beside a thread that only computes. With the GIL each message waits for the computing thread's whole slice; a tenth of
the switch interval makes ten times as many, and without the GIL there is nothing to wait for. CPython runs the same
program in the same rounds. Figures are round trips per second, medians over the rounds; what can be compared between
places is how they fall and recover, not how many there are.
"""

import argparse
import sys

import support

PROGRAM = support.ROOT / "tests" / "gil" / "convoy.py"
SECONDS = 0.5  # what the program takes
# What it is called, threads that compute, switch interval in seconds, GIL.
CASES = [
    ("alone", 0, 0.005, "3.10"),
    ("beside one", 1, 0.005, "3.10"),
    ("beside one, 0.5 ms", 1, 0.0005, "3.10"),
    ("beside one, GIL off", 1, 0.005, "off"),
]


def program(threads, interval):
    """The program with its arguments in it, as pages have no command line."""
    text = PROGRAM.read_text(encoding="utf-8")
    return f"import sys\nsys.argv = ['convoy.py', '{threads}', '{interval}']\n{text}"


def in_process(*command):
    """Runs a case in a process; `command` is given the GIL's setting where it has a place for it."""
    def run(threads, interval, gil):
        return int(support.run_native([str(part).format(gil=gil) for part in command],
                                      program(threads, interval)).stdout)
    return run


def in_tab(chromium):
    """Runs a case in a tab."""
    def run(threads, interval, gil):
        answer = chromium.run("one", program(threads, interval), gil=gil, switchInterval=interval)
        if answer["error"]:
            raise RuntimeError(answer["error"])
        return int(answer["stdout"])
    return run


def report(places, rounds):
    """Measures all places in turn and prints a row for each."""
    found = {}
    for _ in range(rounds):
        for place, run in places.items():
            for case, threads, interval, gil in CASES:
                if place.startswith("CPython") and gil == "off":
                    continue  # it has none to switch off
                found.setdefault((place, case), []).append(run(threads, interval, gil) / SECONDS)
    support.table_head("round trips a second", *[case for case, *_ in CASES], "falls to", "recovers")
    for place in places:
        medians = [support.median(found[place, case]) if (place, case) in found else None for case, *_ in CASES]
        alone, beside, short, _ = medians
        cells = [f"{value:,.0f}" if value is not None else "–" for value in medians]
        support.table_row(place, *cells, f"1/{alone / beside:.0f}", f"{short / beside:.1f}×")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--browser", action="store_true", help="in Chromium as well")
    parser.add_argument("--site", help="folder of the built site (default build/site)")
    options = parser.parse_args()
    places = {"natively": in_process(support.machine(), "run", "-", "--gil", "{gil}"),
              f"CPython {support.version_here()}": in_process(sys.executable, "-")}
    if not options.browser:
        report(places, options.rounds)
        return
    with support.Chromium(options.site) as chromium:
        chromium.open_ours("one")
        places["in Chromium"] = in_tab(chromium)
        report(places, options.rounds)


if __name__ == "__main__":
    main()
