#!/usr/bin/env python3
"""Runs the fuzzers over the script corpus for a while.

    python3 tests/fuzz/run.py front            # lexer, parser and compiler, a minute
    python3 tests/fuzz/run.py program --seconds 3600
    python3 tests/fuzz/run.py trace            # what opens saved traces

Builds them with the preset `fuzz` (clang, libFuzzer), keeps the inputs that reached something new in
build/fuzz/corpus/NAME and what it finds in build/fuzz/findings/NAME, and fails if it finds anything. A finding is
mended and becomes a script of the corpus or a unit test.
"""

import argparse
import base64
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "fuzz"
# Programs whose traces the trace fuzzer begins with.
TRACED = {
    "short": ("print(1)\n", "--sim"),
    "lock": ("import threading\nl = threading.Lock()\ndef f():\n    with l: pass\n"
             "ts = [threading.Thread(target=f) for _ in range(3)]\n[t.start() for t in ts]\n", "--sim", "--gil", "off"),
    "wait": ("import threading, time\ne = threading.Event()\nt = threading.Thread(target=e.wait, daemon=True)\n"
             "t.start()\ntime.sleep(0.01)\ne.wait(0.01)\n",),
    "deadlock": ("import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()\n", "--sim", "--gil", "3.9"),
}
LONGEST_INPUT = 4096  # bytes
SLOWEST_INPUT = 60  # seconds; a machine that is busy with something else may take as many


def build(name):
    subprocess.run(["cmake", "--preset", "fuzz"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["ninja", "-C", str(BUILD), name], check=True)


def seeds(folder, first):
    """A flat copy of the scripts, each behind `first`: libFuzzer reads one folder, and names mean nothing to it."""
    folder.mkdir(parents=True, exist_ok=True)
    for script in (ROOT / "tests" / "scripts").rglob("*.py"):
        copy = folder / script.relative_to(ROOT / "tests" / "scripts").as_posix().replace("/", "-")
        if script.stat().st_size <= LONGEST_INPUT:
            copy.write_bytes(first + script.read_bytes())


def trace_seeds(folder):
    """Traces of short programs: as files, packed and as text, each behind the byte that chooses its reader."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cmake", "--preset", "native"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["ninja", "-C", str(ROOT / "build" / "native"), "interleave"], check=True)
    program = ROOT / "build" / "native" / "interleave"
    for name, (source, *options) in TRACED.items():
        for form in ("json", "txt"):
            subprocess.run([str(program), "run", "-", *options, "--trace", str(folder / f"{name}.{form}")],
                           input=source.encode(), check=False, capture_output=True)
        file, text = folder / f"{name}.json", folder / f"{name}.txt"
        packed = base64.b64decode(json.loads(file.read_bytes())["otherData"]["packed"])
        (folder / f"{name}.packed").write_bytes(b"\1" + packed)
        file.write_bytes(b"\0{" + file.read_bytes().split(b"\n],", 1)[1])  # what is read of it
        text.write_bytes(b"\2" + text.read_bytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("fuzzer", choices=["front", "program", "trace"])
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    program = options.fuzzer + "_fuzzer"
    build(program)
    found = BUILD / "findings" / options.fuzzer
    corpus = BUILD / "corpus" / options.fuzzer
    for folder in (found, corpus):
        folder.mkdir(parents=True, exist_ok=True)
    # The first byte of a program fuzzer's input chooses the settings.
    scripts = BUILD / "corpus" / f"scripts-{options.fuzzer}"
    if options.fuzzer == "trace":
        trace_seeds(scripts)
    else:
        seeds(scripts, b"@" if options.fuzzer == "program" else b"")
    command = [str(BUILD / program), f"-max_total_time={options.seconds}", f"-max_len={LONGEST_INPUT}",
               f"-timeout={SLOWEST_INPUT}", "-report_slow_units=60", "-rss_limit_mb=4096", f"-artifact_prefix={found}/",
               "-print_final_stats=1", "-entropic=0", str(corpus), str(scripts)]
    if options.fuzzer != "trace":
        command.insert(1, f"-dict={ROOT / 'tests' / 'fuzz' / 'python.dict'}")
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
