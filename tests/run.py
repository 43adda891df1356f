#!/usr/bin/env python3
"""Runs Interleave's tests: gets what they need, builds, runs every part, counts.

The last line is `N passed, N failed`; the exit code is 0 only if nothing failed and something ran.
"""

import argparse
import os
import pathlib
import signal
import sys
import time

if sys.version_info < (3, 9):
    sys.exit("tests/run.py needs Python 3.9 or newer; this is Python " + sys.version.split()[0])

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from tests.parts import browser, checks, gil, language, native, scripts, traces, web  # noqa: E402
from tests.parts.common import Part, Result  # noqa: E402
from tools import steps  # noqa: E402

# In this order: what is quick and tells most comes first.
PARTS = [
    Part("tools", "the set-up code, the server and the test runners themselves", checks.tools, quick=True),
    Part("includes", "which folder of src/ may include which", checks.includes, quick=True),
    Part("style", "length of functions, opening comments, clang-format", checks.style, quick=True),
    Part("unit", "unit tests of the C++ code (GoogleTest)", native.unit, quick=True),
    Part("scripts", "Python programs with expectations, run by the native program", scripts.native, quick=True),
    Part("language", "docs/language.md: its modules, its messages and the scripts it names", language.run, quick=True),
    Part("gil", "the GIL's rules: lost updates, slices, the convoy effect, who lets it go", gil.run),
    Part("simulated", "the same programs in simulated runs, with twenty seeds", scripts.simulated),
    Part("traces", "saved traces: the documented form, and opened again as they were", traces.run),
    Part("web", "the page's types and unit tests", web.run, quick=True),
    Part("browser", "the built site in a real browser", browser.run),
    Part("tsan", "unit tests and scripts under the thread sanitizer", native.tsan),
    Part("asan", "unit tests and scripts under the address and undefined-behaviour sanitizers", native.asan),
    Part("oracle", "the scripts' expectations against this machine's CPython", scripts.oracle, asked_only=True),
]


def parse(arguments):
    parser = argparse.ArgumentParser(description="Runs Interleave's tests.")
    parser.add_argument("--only", action="append", metavar="NAME", default=[],
                        help="run the parts whose names start with NAME; may be given more than once")
    parser.add_argument("--list", action="store_true", help="list the parts and end")
    parser.add_argument("--quick", action="store_true", help="only the parts that together take under two minutes")
    parser.add_argument("--oracle", action="store_true", help="also run the scripts with CPython")
    parser.add_argument("--everything", action="store_true",
                        help="every script with every seed and, under the sanitizers, with every setting")
    parser.add_argument("--script", action="append", metavar="TEXT", default=[],
                        help="of the script corpus, only the scripts whose path contains TEXT")
    return parser.parse_args(arguments)


def choose(options):
    """The parts that the options ask for; exits if a name fits none."""
    if options.only:
        for name in options.only:
            if not any(part.name.startswith(name) for part in PARTS):
                sys.exit(f"no part is called {name}; there are: {', '.join(part.name for part in PARTS)}")
        return [part for part in PARTS if any(part.name.startswith(name) for name in options.only)]
    return [part for part in PARTS
            if (part.quick or not options.quick) and (not part.asked_only or (options.oracle and part.name == "oracle"))]


def run_part(part, options):
    """Runs one part; whatever goes wrong in it is a failure of the part."""
    print(f"\n--- {part.name}: {part.what}", flush=True)
    started = time.monotonic()
    try:
        result = part.run(options)
    except steps.StepFailed as failure:
        result = Result(failures=[str(failure)])
    for failure in result.failures:
        print(f"FAILED {failure}", flush=True)
    for note in result.notes:
        print(f"note: {note}")
    seconds = time.monotonic() - started
    print(f"    {part.name}: {result.passed} passed, {result.failed} failed in {seconds:.0f} s", flush=True)
    return result


def main(arguments):
    options = parse(arguments)
    if options.list:
        for part in PARTS:
            extra = " (only when asked for)" if part.asked_only else " (quick)" if part.quick else ""
            print(f"{part.name:10} {part.what}{extra}")
        return 0
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    results = {part.name: run_part(part, options) for part in choose(options)}
    passed = sum(result.passed for result in results.values())
    failed = sum(result.failed for result in results.values())
    print()
    for name, result in results.items():
        if result.failed:
            print(f"failed in {name}: {result.failed}")
    print(f"{passed} passed, {failed} failed", flush=True)
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    os.chdir(pathlib.Path(__file__).resolve().parent.parent)
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\ninterrupted")
        sys.exit(130)
