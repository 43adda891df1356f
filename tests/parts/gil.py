"""The GIL behaves as CPython's: what is lost, when threads are switched, who lets it go.

What depends on how busy the machine is is looked at in simulated runs, whose clock is their own; live runs are asked
only for what the rules give on any machine. bench/gil.py measures the rest.
"""

import re
import statistics
import tempfile

from tests.parts.common import Result, run_program, tail
from tests.parts.programs import built
from tools import paths

PROGRAMS = paths.ROOT / "tests" / "gil"
ALWAYS_KEPT = {"list.append"}
KEPT_SINCE_310 = ALWAYS_KEPT | {"g += 1", "o.v += 1", "l[0] += 1", "x = g; x = x + 1; g = x", "bump()"}
TRIES = 5  # a live race that was to be lost may be won, on a machine that was busy with something else
MS = 1_000_000


class Machine:
    """Runs the programs of tests/gil and keeps what went wrong."""

    def __init__(self):
        self.binary = built("native") / "interleave"
        self.result = Result()

    def run(self, name, arguments, *options):
        """Stdout of a program; `arguments` take the place of its sys.argv."""
        source = (PROGRAMS / name).read_text(encoding="utf-8")
        source = source.replace("import sys\n", f"import sys\nsys.argv[1:] = {[str(a) for a in arguments]!r}\n", 1)
        done = run_program([self.binary, "run", "-", *options], 120, source)
        if done.code != 0:
            self.result.failures.append(f"gil: {name} {options}: ended with {done.code}\n{tail(done.stderr)}")
        return done.stdout

    def check(self, what, good, found):
        """Counts a test."""
        if good:
            self.result.passed += 1
        else:
            self.result.failures.append(f"gil: {what}: {found}")


def lost(text):
    """The table that lost_updates.py prints: share lost by statement."""
    return {name: float(share) for share, name in (line.split("\t") for line in text.splitlines())}


def lost_updates(machine):
    """All statements, in each setting: simulated with both policies and some seeds, and live."""
    for setting, kept in (("3.10", KEPT_SINCE_310), ("3.9", ALWAYS_KEPT), ("off", ALWAYS_KEPT)):
        common = ["--gil", setting, "--switch-interval", "0.0005"]
        for seed in range(4):
            policy = "random" if seed % 2 else "fair"
            table = lost(machine.run("lost_updates.py", [20000], "--sim", f"--policy={policy}", f"--seed={seed}",
                                     "--cores=4", *common))
            wrong = {name: share for name, share in table.items() if (share == 0) != (name in kept)}
            machine.check(f"lost updates, simulated, {setting}, {policy}", len(table) == 10 and not wrong, wrong)
        never, sometimes = set(), set()
        for _ in range(TRIES):
            table = lost(machine.run("lost_updates.py", [400_000], *common))
            sometimes |= {name for name, share in table.items() if share > 0}
            never = set(table) - sometimes
            if never == kept:
                break
        machine.check(f"lost updates, live, {setting}", never == kept and not sometimes & kept,
                      f"lost nothing: {sorted(never)}")


def slices(trace):
    """Lengths of the slices between threads that took the GIL by force, ns."""
    taken, lengths = {}, []
    for line in trace.splitlines():
        event = re.match(r"(\d+) (\d+) (GilTake|GilDrop)\b(.*)", line)
        if not event:
            continue
        at, thread, kind, rest = int(event[1]), event[2], event[3], event[4]
        if kind == "GilTake":
            taken[thread] = at
        elif len(rest.split()) == 2 and thread in taken:  # without flags: because it was asked to
            lengths.append(at - taken[thread])
    return lengths


def turns(machine):
    """Slices of two CPU-bound threads: none shorter than the interval, the median below 2.4 of them."""
    for milliseconds in (0.5, 5, 50):
        for mode in ([], ["--sim"]):
            with tempfile.NamedTemporaryFile(suffix=".txt") as file:
                count = int(600_000 * max(1, milliseconds / 5)) if mode else int(4_000_000 * max(1, milliseconds / 5))
                machine.run("slices.py", [count], *mode, "--switch-interval", str(milliseconds / 1000),
                            "--trace", file.name)
                with open(file.name, encoding="utf-8") as trace:
                    lengths = slices(trace.read())
            what = f"slices of {milliseconds} ms, {'simulated' if mode else 'live'}"
            machine.check(what, len(lengths) >= 4, f"only {len(lengths)} forced hand-offs")
            if not lengths:
                continue
            machine.check(what + ", shortest", min(lengths) >= milliseconds * MS, min(lengths))
            if mode:
                median = statistics.median(lengths) / (milliseconds * MS)
                machine.check(what + ", median", 1 <= median <= 2.4, median)


def convoy(machine):
    """Round trips beside CPU-bound threads: CPython's shape."""
    def trips(threads, interval, setting):
        return int(machine.run("convoy.py", [threads, interval], "--sim", "--gil", setting))

    alone, one, two = (trips(n, 0.005, "3.10") for n in range(3))
    machine.check("convoy: beside a CPU-bound thread", alone >= 100 * one > 0, (alone, one))
    machine.check("convoy: beside two", 1.5 <= one / two <= 4, (one, two))
    short = trips(1, 0.0005, "3.10")
    machine.check("convoy: a tenth of the interval", 5 <= short / one <= 20, (one, short))
    off = trips(1, 0.005, "off")
    machine.check("convoy: none without a GIL", off >= 0.8 * alone, (alone, off))


def release(machine):
    """Hashing lets the GIL go for long data only."""
    for size, count, low, high in ((8_000_000, 3, 1.9, 2.0), (2048, 300, 1.0, 2.0), (2000, 300, 0.9, 1.1)):
        ratio = float(machine.run("hashing.py", [size, count], "--sim", "--cores=2"))
        machine.check(f"hashing pieces of {size} bytes on two threads", low <= ratio <= high, ratio)


def run(_options):
    """The part `gil`."""
    machine = Machine()
    for test in (lost_updates, turns, convoy, release):
        test(machine)
    return machine.result
