"""The script corpus: Python programs under tests/scripts whose comments say what is expected of them.

tests/README.md lists the comments. A script runs once for each of its GIL settings; each run counts as a test.
"""

import concurrent.futures
import dataclasses
import difflib
import json
import os
import pathlib
import re
import shlex
import shutil
import sys
import tempfile

from tests.parts.common import Finished, Result, run_program, tail
from tests.parts.programs import built, launcher, read_reports, sanitizer_environment
from tools import paths

CORPUS = paths.ROOT / "tests" / "scripts"
AT_ONCE = 2
TIMEOUT_SECONDS = 20.0
SLOWER = {"native": 1, "tsan": 10, "asan": 4, "cpython": 1}  # how much more time a run may take
SETTINGS = ("3.10", "3.9", "off")
SEEDS_APART = 5  # between the seeds that one script is run with
SEEDS = 20  # of simulated runs: the first half with the policy `fair`, the rest with `random`
DEFAULT_SETTINGS = ("3.10", "off")
COMMENT = re.compile(r"^[ \t]*#[ \t]*([a-z-]+):(?: (.*?))?[ \t]*$", re.MULTILINE)
FLAG = re.compile(r"^[ \t]*#[ \t]*(not-cpython)[ \t]*$", re.MULTILINE)
KEYS = {"expect", "expect-any-order", "expect-stderr", "expect-exit", "expect-contains", "run", "gil", "stdin",
        "timeout", "not-under"}


class BadScript(Exception):
    """A script's own comments make no sense."""


@dataclasses.dataclass
class Script:
    """A script of the corpus and what its comments say."""

    path: pathlib.Path
    lines: list = dataclasses.field(default_factory=list)       # stdout, in this order
    any_order: list = dataclasses.field(default_factory=list)   # stdout, anywhere
    contains: list = dataclasses.field(default_factory=list)    # parts of stdout
    stderr: list = dataclasses.field(default_factory=list)      # regular expressions
    exit_code: int = 0
    arguments: list = dataclasses.field(default_factory=list)
    settings: tuple = DEFAULT_SETTINGS
    stdin: str = ""
    timeout: float = TIMEOUT_SECONDS
    not_under: set = dataclasses.field(default_factory=set)
    cpython: bool = True

    @property
    def name(self):
        try:
            return self.path.relative_to(paths.ROOT).as_posix()
        except ValueError:
            return str(self.path)


def parse(path):
    """Reads a script's expectations; raises BadScript if there are none or they make no sense."""
    text = path.read_text(encoding="utf-8")
    script = Script(path, cpython=FLAG.search(text) is None)
    seen = set()
    for key, value in COMMENT.findall(text):
        if key not in KEYS:
            if key.startswith("expect"):
                raise BadScript(f"`# {key}:` is no expectation that there is")
            continue
        seen.add(key)
        try:
            _apply(script, key, value)
        except (ValueError, re.error) as error:
            raise BadScript(f"`# {key}: {value}`: {error}") from error
    if not any(key.startswith("expect") for key in seen):
        raise BadScript("has no `# expect…` comment, so it could not fail")
    if "--gil" in script.arguments and "gil" not in seen:
        script.settings = (None,)
    return script


def _apply(script, key, value):
    """Takes one comment into the script."""
    lists = {"expect": script.lines, "expect-any-order": script.any_order, "expect-contains": script.contains}
    if key in lists:
        lists[key].append(value)
    elif key == "expect-stderr":
        re.compile(value)
        script.stderr.append(value)
    elif key == "expect-exit":
        script.exit_code = int(value)
    elif key == "run":
        script.arguments += shlex.split(value)
    elif key == "gil":
        script.settings = tuple(value.split())
        unknown = set(script.settings) - set(SETTINGS)
        if unknown or not script.settings:
            raise ValueError(f"the settings are {', '.join(SETTINGS)}")
    elif key == "stdin":
        script.stdin += value + "\n"
    elif key == "timeout":
        script.timeout = float(value)
    elif key == "not-under":
        script.not_under |= set(value.split())


def judge(script, finished):
    """What is wrong with a finished run: a list of texts, empty if it went as expected."""
    wrong = []
    if finished.code is None:
        wrong.append("did not end in time")
    elif finished.code != script.exit_code:
        wrong.append(f"exit code {finished.code}, expected {script.exit_code}")
    wrong += _judge_stdout(script, finished.stdout)
    for expression in script.stderr:
        if not re.search(expression, finished.stderr, re.MULTILINE):
            wrong.append(f"stderr does not match {expression!r}:\n{tail(finished.stderr)}")
    if not script.stderr and finished.stderr.strip():
        wrong.append(f"stderr, expected to be empty:\n{tail(finished.stderr)}")
    return wrong


def _judge_stdout(script, stdout):
    """Compares stdout with the expected lines. Without expectations about stdout, anything may stand there."""
    wrong = [f"stdout does not contain {text!r}:\n{tail(stdout)}" for text in script.contains if text not in stdout]
    if not script.lines and not script.any_order:
        return wrong
    rest = [line.rstrip() for line in stdout.split("\n")]
    if rest and rest[-1] == "":
        rest.pop()
    for line in script.any_order:
        if line in rest:
            rest.remove(line)
        else:
            wrong.append(f"stdout has no line {line!r}")
    if script.contains:  # other lines may stand between
        iterator = iter(rest)
        missing = [line for line in script.lines if line not in iterator]
        if missing:
            wrong.append(f"stdout has no line {missing[0]!r} in its place:\n{tail(stdout)}")
    elif rest != script.lines:
        difference = difflib.unified_diff(script.lines, rest, "expected", "stdout", lineterm="")
        wrong.append("stdout differs:\n" + "\n".join("    " + line for line in list(difference)[:60]))
    return wrong


def _parsed(filters, what):
    """The scripts chosen, and what is wrong with those that cannot be read."""
    scripts, bad = [], []
    for path in find(filters):
        try:
            scripts.append(parse(path))
        except (BadScript, UnicodeDecodeError) as error:
            bad.append(f"{what}: {path.relative_to(paths.ROOT)}: {error}")
    return scripts, bad


def find(filters):
    """The scripts of the corpus whose path contains one of `filters` (all, if there are none)."""
    return [path for path in sorted(CORPUS.rglob("*.py"))
            if not filters or any(text in path.as_posix() for text in filters)]


def _run_native(script, setting, preset, binary, more, temporary):
    """Runs a script once with the native program and `more` arguments; returns what is wrong."""
    # A name of its own for each run, since runs go on side by side.
    reports = pathlib.Path(temporary) / re.sub(r"\W", "_", f"{script.name}_{setting}_{more}")
    command = [*launcher(preset), binary, "run", *(["--gil", setting] if setting else []), *more, *script.arguments,
               script.name]
    finished = run_program(command, script.timeout * SLOWER[preset], script.stdin,
                           sanitizer_environment(preset, reports), paths.ROOT)
    wrong = judge(script, finished)
    said = read_reports(reports)
    if said:
        wrong.append(f"the sanitizer reports\n{tail(said, 200)}")
    elif preset == "asan" and re.search(r"^\S+:\d+:\d+: runtime error: ", finished.stderr, re.MULTILINE):
        # This one writes to stderr, where a script's own expectation could hide it.
        wrong.append(f"undefined behaviour\n{tail(finished.stderr)}")
    return wrong


def _run_all(jobs, what):
    """Runs the jobs, (label, callable giving a list of texts), AT_ONCE at a time."""
    result = Result()
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        for (label, _), wrong in zip(jobs, pool.map(lambda job: job[1](), jobs)):
            if wrong:
                result.failures.append(f"{what}: {label}\n  " + "\n  ".join(wrong))
            else:
                result.passed += 1
    return result


def _settings_under(preset, script, place, everything):
    """The settings a script runs under. Sanitizers are slow: in turn, and the thread sanitizer rather without a GIL."""
    if everything or preset == "native" or len(script.settings) == 1:
        return script.settings
    if preset == "tsan" and "off" in script.settings and place % 4 != 0:
        return ("off",)
    return (script.settings[place % len(script.settings)],)


def _one_thread_only(script):
    """No word in it that could make a second thread, of the program's or of the library's."""
    text = script.path.read_text(encoding="utf-8")
    return not re.search(r"thread|concurrent|multiprocessing|timer|async|logging|queue|sched|numpy|hashlib", text,
                         re.IGNORECASE)


def run_corpus(preset, binary, filters, everything=False):
    """Runs the corpus with a native program built by `preset`. The thread sanitizer gets what has threads, or everything."""
    if not binary.exists():
        return Result(failures=[f"scripts ({preset}): the build made no {binary.name}"])
    what = f"script ({preset})"
    scripts, bad = _parsed(filters, what)
    jobs = []
    with tempfile.TemporaryDirectory() as temporary:
        for place, script in enumerate(scripts):
            if preset in script.not_under or (preset == "tsan" and not everything and not filters
                                              and _one_thread_only(script)):
                continue
            for setting in _settings_under(preset, script, place, everything):
                label = script.name + (f" --gil {setting}" if setting else "")
                jobs.append((label, lambda s=script, g=setting: _run_native(s, g, preset, binary, [], temporary)))
        result = _run_all(jobs, what)
    result.failures = bad + result.failures
    if not jobs and not bad:
        result.failures.append(f"{what}: there is no script to run")
    return result


def native(options):
    """The corpus, with the native program."""
    folder = built("native")
    return run_corpus("native", folder / "interleave", options.script)


def oracle(options):
    """The same expectations, checked against CPython: so they say what Python does, not what we do."""
    python = shutil.which("python3")
    if python is None:
        return Result(failures=["oracle: there is no python3 on PATH"])
    env = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONUTF8="1")

    def run(script):
        # In a folder of its own, where what the script writes does no harm, under the same name.
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(paths.ROOT / "tests", pathlib.Path(folder) / "tests")
            return judge(script, run_program([python, "-u", script.name], script.timeout, script.stdin, env, folder))

    scripts, bad = _parsed(options.script, "oracle")
    jobs = [(script.name, lambda s=script: run(s)) for script in scripts if script.cpython]
    result = _run_all(jobs, "oracle")
    result.failures = bad + result.failures
    return result


def simulated(options):
    """The corpus in simulated runs with many seeds: what a program prints must not depend on who runs when."""
    binary = built("native") / "interleave"
    scripts, bad = _parsed(options.script, "simulated")
    jobs = []
    with tempfile.TemporaryDirectory() as temporary:
        for place, script in enumerate(scripts):
            if "sim" in script.not_under:
                continue
            # In turn, so that all seeds are used; --everything has them all for each script.
            for seed in range(SEEDS) if options.everything else range(place % SEEDS_APART, SEEDS, SEEDS_APART):
                setting = script.settings[seed % len(script.settings)]
                more = ["--sim", f"--seed={seed}", f"--cores={1 + seed % 4}",
                        f"--policy={'random' if seed >= SEEDS // 2 else 'fair'}"]
                label = " ".join([script.name, *(["--gil", setting] if setting else []), *more])
                jobs.append((label, lambda s=script, g=setting, m=more: _run_native(
                    s, g, "native", binary, m, temporary)))
        result = _run_all(jobs, "script")
    result.failures = bad + result.failures
    return result


# --- For the browser tests, which run the scripts in the page ---------------------------------------------------------

PAGE_FILE = "main.py"  # what a page calls the program, in tracebacks
PAGE_OPTIONS = {"--gil", "--switch-interval"}


def _page_settings(script):
    """The GIL settings and the switch interval of a script's runs in a page; None if it needs a command line."""
    options = dict(zip(script.arguments[::2], script.arguments[1::2]))
    if script.stdin or set(options) - PAGE_OPTIONS or "browser" in script.not_under:
        return None
    settings = [options["--gil"]] if "--gil" in options else list(script.settings)
    return settings, float(options.get("--switch-interval", 0.005))


def list_for_page():
    """The scripts that can run in a page, as the browser tests want them."""
    scripts, bad = _parsed([], "browser")
    if bad:
        raise SystemExit("\n".join(bad))
    found = []
    for script in scripts:
        chosen = _page_settings(script)
        if chosen:
            found.append({"name": script.name, "code": script.path.read_text(encoding="utf-8"), "settings": chosen[0],
                          "interval": chosen[1], "notSimulated": "sim" in script.not_under})
    return found


def judge_page(runs):
    """What is wrong with runs in a page, [{name, gil, code, stdout, stderr}]: a list of texts."""
    wrong = []
    for run in runs:
        # Natively a program is known by its path, in tracebacks too.
        stdout, stderr = (run[key].replace(f'"{PAGE_FILE}"', f'"{run["name"]}"') for key in ("stdout", "stderr"))
        problems = judge(parse(paths.ROOT / run["name"]), Finished(run["code"], stdout, stderr))
        if problems:
            wrong.append(f"{run['name']} --gil {run['gil']}\n  " + "\n  ".join(problems))
    return wrong


if __name__ == "__main__":
    print(json.dumps(list_for_page() if "--list-for-page" in sys.argv else judge_page(json.load(sys.stdin))))
