"""What every part of the test suite shares."""

import dataclasses
import os
import re
import signal
import subprocess
from typing import Callable


@dataclasses.dataclass
class Result:
    """What a part found: how many tests passed, and a text for each that did not.

    `more_failed` counts those that the text of another already tells of.
    """

    passed: int = 0
    failures: list = dataclasses.field(default_factory=list)
    more_failed: int = 0
    notes: list = dataclasses.field(default_factory=list)

    @property
    def failed(self):
        """How many tests failed."""
        return len(self.failures) + self.more_failed

    def add(self, other):
        """Takes another part's findings in."""
        self.passed += other.passed
        self.more_failed += other.more_failed
        self.failures += other.failures
        self.notes += other.notes


@dataclasses.dataclass(frozen=True)
class Part:
    """A part of the suite: its name, a line on what it tests, and what runs it."""

    name: str
    what: str
    run: Callable
    quick: bool = False
    asked_only: bool = False


@dataclasses.dataclass(frozen=True)
class Finished:
    """A program that has ended, or was ended when its time was up (then `code` is None)."""

    code: object
    stdout: str
    stderr: str


OUTPUT_BYTES = 4 << 20  # of a program's output that are kept, of each stream


def run_program(command, timeout, stdin="", env=None, cwd=None):
    """Runs a program in a process group of its own, which is ended as a whole when `timeout` seconds are over."""
    process = subprocess.Popen([str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env=env, cwd=cwd, start_new_session=True)
    try:
        out, err = process.communicate(stdin.encode(), timeout=timeout)
        code = process.returncode
    except subprocess.TimeoutExpired:
        end_group(process)
        out, err = process.communicate()
        code = None
    except BaseException:
        end_group(process)
        process.communicate()
        raise
    return Finished(code, out[:OUTPUT_BYTES].decode(errors="replace"), err[:OUTPUT_BYTES].decode(errors="replace"))


def end_group(process):
    """Ends a process that has a group of its own, and all of that group."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def tail(text, lines=40):
    """The end of a text, indented, for a failure's report."""
    return "\n".join("    " + line for line in text.rstrip().splitlines()[-lines:])


def counted(output, code, name, shown=False):
    """The Result of a runner that prints `N passed, N failed` or closes as Node's test runner does.

    shown: its output has been printed already, and is not told again.
    A runner that says neither, ran nothing, or ended with a code that its count does not explain, has failed.
    """
    plain = re.findall(r"^(\d+) passed, (\d+) failed", output, re.MULTILINE)
    node_pass = re.findall(r"^\S* ?pass (\d+)$", output, re.MULTILINE)
    node_fail = re.findall(r"^\S* ?fail (\d+)$", output, re.MULTILINE)
    if plain:
        passed, failed = map(int, plain[-1])
    elif node_pass and node_fail:
        passed, failed = sum(map(int, node_pass)), sum(map(int, node_fail))
    else:
        return Result(failures=[f"{name}: ended with {code} and without a count\n{tail(output)}"])
    failures = []
    if failed:
        failures = [f"{name}: {failed} of its tests" + ("" if shown else f"\n{tail(output, 200)}")]
    elif code != 0:
        failures = [f"{name}: ended with {code}\n{tail(output)}"]
    elif passed == 0:
        failures = [f"{name}: ran no test\n{tail(output)}"]
    return Result(passed, failures, max(0, failed - 1))
