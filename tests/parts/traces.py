"""Saved traces: those of the script corpus are what the format's document says, and open again as they were.

A script runs once, simulated or live in turn, and saves its trace. The file must keep to the Trace Event Format
(tests/check_trace.py), tell the same sums as the run's own Result, and, opened again, give the same hash, the same
table and the same file to the last byte.
"""

import concurrent.futures
import json
import pathlib
import shutil
import tempfile

from tests import check_trace
from tests.parts import scripts
from tests.parts.common import Result, run_program
from tests.parts.programs import built

FOLDERS = ("threads", "locks", "queue", "deadlock", "futures", "gil", "tutorials")
LIVE_EVERY = 4  # of so many scripts one runs live
BIGGEST = 40 << 20  # bytes of a file that Python reads into objects


def fnv1a(data):
    """64-bit FNV-1a, as interfaces.md's traceHash is made, of the text form."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def result_of(stderr):
    """The JSON of --stats among a program's own lines on stderr, and what stands behind it."""
    lines = stderr.splitlines(keepends=True)
    for number, line in enumerate(lines):
        if line.startswith('{"status":'):
            return json.loads(line), "".join(lines[number + 1:])
    return None, ""


def held_twice(text):
    """Where in a trace's text form a thread takes the GIL while another has it; empty if nowhere.

    For simulated runs: live, each thread reads the clock for itself, a moment after what it tells of.
    """
    since, holds = {}, []
    for line in text.splitlines():
        at, _, event = line.partition(" ")
        thread, _, what = event.partition(" ")
        if what.startswith("GilTake "):
            since[thread] = int(at)
        elif what.startswith("GilDrop ") and thread in since:
            holds.append((since.pop(thread), int(at), thread))
    free = 0
    for start, end, thread in sorted(holds):
        if start < free:
            return f"thread {thread} takes the GIL at {start}, which another has until {free}"
        free = end
    return ""


def look(binary, script, settings, folder):
    """What is wrong with the trace of one run: a text, empty if nothing is."""
    saved, text, again = (folder / name for name in ("a.json", "a.txt", "b.json"))
    run = run_program([binary, "run", script.path, *settings, *script.arguments, "--stats", "--table",
                       "--trace", saved], script.timeout, script.stdin, cwd=folder)
    result, table = result_of(run.stderr)
    if result is None or not saved.exists():
        return f"no Result or no trace: ended with {run.code}"
    if saved.stat().st_size <= BIGGEST:
        checker = check_trace.Checker(json.loads(saved.read_text(encoding="utf-8")))
        if result["dropped"] == 0 and result["mode"] == "sim":  # live, the clock is read again for the Result
            checker.against(result)
        if checker.problems:
            return "\n    ".join(checker.problems)
    show = run_program([binary, "show", saved], 60)
    if show.code != 0 or show.stdout != table:
        return f"its table is another one when it is opened: {show.stderr}"
    for out in (text, again):
        if run_program([binary, "show", saved, "--trace", out], 60).code != 0:
            return f"it cannot be opened: {out}"
    if again.read_bytes() != saved.read_bytes():
        return "opened and saved again it is another file"
    if text.stat().st_size <= BIGGEST // 8 and fnv1a(text.read_bytes()) != result["traceHash"]:
        return "opened it has another hash than the run"
    return held_twice(text.read_text(encoding="utf-8")) if result["mode"] == "sim" else ""


def one(binary, script, number):
    setting = script.settings[number % len(script.settings)]
    settings = [] if setting is None else ["--gil", setting]
    if number % LIVE_EVERY != 0 and "sim" not in script.not_under:
        settings += ["--sim", f"--seed={number}", f"--cores={1 + number % 4}",
                     "--policy=random" if number % 2 else "--policy=fair"]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="interleave-trace-"))
    try:
        wrong = look(binary, script, settings, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return f"traces: {script.name} {' '.join(settings)}: {wrong}" if wrong else ""


def run(options):
    """The traces of every script of some folders."""
    binary = built("native") / "interleave"
    chosen = [scripts.parse(path) for folder in FOLDERS for path in sorted((scripts.CORPUS / folder).rglob("*.py"))
              if all(text in path.as_posix() for text in options.script)]
    result = Result()
    with concurrent.futures.ThreadPoolExecutor(scripts.AT_ONCE) as pool:
        for wrong in pool.map(one, [binary] * len(chosen), chosen, range(len(chosen))):
            if wrong:
                result.failures.append(wrong)
            else:
                result.passed += 1
    return result
