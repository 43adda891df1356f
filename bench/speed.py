#!/usr/bin/env python3
"""How fast Python code runs here and elsewhere.

    python3 bench/speed.py              natively, beside this machine's CPython
    python3 bench/speed.py --browser    also in Chromium, beside Pyodide and MicroPython there

Each program of bench/programs runs in each of them, taking turns, for some rounds. In a round it calls its run() once
without looking at the clock, then up to three times (no longer than a second in all), and keeps the fastest; the table
has the best of the rounds. What is measured is thus run() itself, compiled and warm, by the clock of the machine
(natively) or of the page (performance.now). All must give the same answer. A dash: the program cannot be run there.
"""

import argparse
import sys

import support

TIMER = """
def measure_all(clock, per_second):
    answer = run()
    taken = []
    while len(taken) < 3 and sum(taken) < 1:
        began = clock()
        run()
        taken.append((clock() - began) / per_second)
    print(repr(answer))
    print(min(taken))
"""
BY_PYTHON = TIMER + "\nimport time\nmeasure_all(time.perf_counter, 1)\n"
BY_PAGE = TIMER + "\nimport js\nmeasure_all(js.performance.now, 1000)\n"
SLOW_SECONDS = 0.4  # what takes longer than this gets two rounds, however many the others get
SLOW_ROUNDS = 2


class Peer:
    """Somebody who can run a program: a name, what runs it, and the times it has shown."""

    def __init__(self, name, run, timer=BY_PYTHON):
        self.name = name
        self._run = run
        self._timer = timer
        self.times = {}  # seconds, best, by program; missing: could not run it

    def measure(self, program, source):
        """One round; returns what the program answered, or None."""
        out, error = self._run(source + self._timer)
        lines = out.splitlines()
        if error or len(lines) != 2:
            sys.stderr.write(f"{program} in {self.name}: {error.strip().splitlines()[-1:] or lines}\n")
            return None
        self.times[program] = min(self.times.get(program, float("inf")), float(lines[1]))
        return lines[0]


def native_peers(gil):
    """Ours and CPython, as processes."""
    def process(*command):
        def run(code):
            done = support.subprocess.run(command, input=code, capture_output=True, text=True)
            return done.stdout, done.stderr if done.returncode else ""
        return run

    return [Peer("Interleave", process(support.machine(), "run", "-", "--gil", gil)),
            Peer(f"CPython {support.version_here()}", process(sys.executable, "-"))]


def browser_peers(chromium, gil):
    """Ours, Pyodide and MicroPython, as tabs."""
    def tab(name, **scenario):
        def run(code):
            answer = chromium.run(name, code, **scenario)
            return answer["stdout"], answer["error"]
        return run

    ours = chromium.open_ours("ours")
    pyodide, micropython = chromium.open_peers("pyodide", "micropython")
    return [Peer(ours, tab("ours", gil=gil)), Peer(pyodide, tab("pyodide")),
            Peer(micropython, tab("micropython"), BY_PAGE)]


def measure(program, source, peers, rounds):
    """All rounds of a program; ends the benchmark when two of the peers answer differently."""
    answers, out = {}, set()
    for number in range(rounds):
        for peer in peers:
            slow = number >= SLOW_ROUNDS and peer.times.get(program, 0) > SLOW_SECONDS
            if peer in out or slow:
                continue
            answer = peer.measure(program, source)
            if answer is None:
                peer.times.pop(program, None)
                out.add(peer)
            else:
                answers.setdefault(answer, peer.name)
    if len(answers) != 1:
        sys.exit(f"{program}: {answers}")


def cells(program, peers):
    """A row: times, and how many times as fast as each peer ours are."""
    def time_of(peer):
        return f"{peer.times[program] * 1e3:.1f}" if program in peer.times else "–"

    row = [time_of(peer) for peer in peers]
    for ours, other in comparisons(peers):
        both = program in ours.times and program in other.times
        row.append(f"{other.times[program] / ours.times[program]:.2f}" if both else "–")
    return row


def comparisons(peers):
    """Pairs that are compared: ours, and the one beside it."""
    native, cpython, *others = peers
    if not others:
        return [(native, cpython)]
    here, pyodide, micropython = others
    return [(native, cpython), (here, cpython), (here, pyodide), (here, micropython)]


def report(programs, peers, rounds):
    """Measures and prints the table, with geometric means below."""
    headings = [f"{peer.name}, ms" for peer in peers]
    headings += [f"{'native' if ours is peers[0] else 'in Chromium'} : {other.name.split()[0]}"
                 for ours, other in comparisons(peers)]
    support.table_head("program", *headings)
    for file in programs:
        measure(file.stem, file.read_text(encoding="utf-8"), peers, rounds)
        support.table_row(file.stem, *cells(file.stem, peers))
    means = [support.geometric_mean(other.times[name] / ours.times[name] for name in other.times if name in ours.times)
             for ours, other in comparisons(peers)]
    support.table_row("**geometric mean**", *[""] * len(peers), *[f"**{mean:.2f}**" for mean in means])
    if len(peers) > 2:
        ours, other = comparisons(peers)[2]
        slower = [name for name in other.times if name in ours.times and other.times[name] < ours.times[name]]
        print(f"\nSlower than {other.name}: {', '.join(slower) or 'none'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gil", default="3.10", choices=["3.10", "3.9", "off"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="programs whose name has this in it")
    parser.add_argument("--browser", action="store_true", help="also in Chromium, beside Pyodide and MicroPython")
    parser.add_argument("--site", help="folder of the built site (default build/site)")
    options = parser.parse_args()
    programs = [file for file in sorted((support.HERE / "programs").glob("*.py")) if options.only in file.stem]
    peers = native_peers(options.gil)
    if not options.browser:
        report(programs, peers, options.rounds)
        return
    with support.Chromium(options.site) as chromium:
        report(programs, peers + browser_peers(chromium, options.gil), options.rounds)


if __name__ == "__main__":
    main()
