#!/usr/bin/env python3
"""How fast Python code runs here and in CPython: `python3 bench/speed.py`.

Each program of bench/programs runs in both, taking turns, and times itself; the table gives the best of the rounds and
the ratio of the two. `--gil off` measures the machine without a GIL.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
MACHINE = HERE.parent / "build" / "native" / "interleave"
TIMER = """
import time
run()
began = time.perf_counter()
run()
print(time.perf_counter() - began)
"""


def seconds(command):
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gil", default="3.10", choices=["3.10", "3.9", "off"])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if not MACHINE.exists():
        sys.exit("build/native/interleave is not there: run `python3 tests/run.py --only unit` first")
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"| program | Interleave, gil {options.gil} | CPython {version} | times as fast |")
    print("| --- | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for program in sorted((HERE / "programs").glob("*.py")):
            file = pathlib.Path(folder) / program.name
            file.write_text(program.read_text() + TIMER)
            ours, theirs = [], []
            for _ in range(options.rounds):
                ours.append(seconds([MACHINE, "run", file, "--gil", options.gil]))
                theirs.append(seconds([sys.executable, file]))
            a, b = min(ours), min(theirs)
            print(f"| {program.stem} | {a * 1e3:.1f} ms | {b * 1e3:.1f} ms | {b / a:.2f} |", flush=True)


if __name__ == "__main__":
    main()
