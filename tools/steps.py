"""How a set-up step talks: what it does, how far it is, and, when it fails, what to do.

A step is a context manager. Inside it, anything may raise StepError (or an OSError, or a failing
command); the person then sees the step's name, the reason and a remedy instead of a traceback.
"""

import contextlib
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from tools import paths


class StepError(Exception):
    """A step could not be done. `remedy` says what the person can do about it."""

    def __init__(self, reason, remedy=""):
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


class StepFailed(Exception):
    """A step failed and has been reported; carries the whole message."""


def say(text):
    print(text, flush=True)


@contextlib.contextmanager
def step(name):
    """Announces a step, times it, and turns any failure into one StepFailed with a clear message."""
    say(f"==> {name}")
    started = time.monotonic()
    try:
        yield
    except KeyboardInterrupt:
        say(f"\n    interrupted during: {name}. The same command goes on from here.")
        raise
    except (StepError, OSError, subprocess.SubprocessError) as error:
        reason = error.reason if isinstance(error, StepError) else str(error)
        remedy = getattr(error, "remedy", "") or "Run the same command again; it goes on from here."
        raise StepFailed(f"Step failed: {name}\n  Why: {reason}\n  What to do: {remedy}") from error
    seconds = time.monotonic() - started
    if seconds >= 1:
        say(f"    done in {seconds:.0f} s")


class Progress:
    """Shows how far a long job is: one line redrawn on a terminal, a line every few seconds elsewhere."""

    LOG_EVERY_SECONDS = 10.0
    DRAW_EVERY_SECONDS = 0.2

    def __init__(self):
        self.tty = sys.stdout.isatty()
        self.last = time.monotonic()
        self.width = 0

    def show(self, text):
        now = time.monotonic()
        if now - self.last < (self.DRAW_EVERY_SECONDS if self.tty else self.LOG_EVERY_SECONDS):
            return
        self.last = now
        if not self.tty:
            say(f"    {text}")
            return
        line = f"    {text}"[: max(20, shutil.get_terminal_size().columns - 1)]
        sys.stdout.write("\r" + line.ljust(self.width))
        sys.stdout.flush()
        self.width = len(line)

    def end(self):
        if self.tty and self.width:
            sys.stdout.write("\r" + " " * self.width + "\r")
            sys.stdout.flush()
            self.width = 0


def environment(extra=None):
    """The environment for commands whose output is read: English, never asking questions."""
    env = dict(os.environ, LC_ALL="C", DEBIAN_FRONTEND="noninteractive", GIT_TERMINAL_PROMPT="0")
    env.update(extra or {})
    return env


def capture(command, **keywords):
    """Runs a short command and returns its stdout; raises StepError with its stderr if it fails."""
    keywords.setdefault("env", environment())
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, **keywords)
    if done.returncode != 0:
        tail = (done.stderr or done.stdout).strip().splitlines()[-8:]
        raise StepError(f"`{' '.join(map(str, command))}` ended with {done.returncode}: " + "\n       ".join(tail))
    return done.stdout


def run_logged(command, log_name, cwd=None, env=None, remedy="", routine=None):
    """Runs a long command. Its output goes to build/logs/LOG_NAME.log; the latest line is shown as progress.

    On failure the last lines of the log are part of the StepError, without those that match `routine`.
    """
    paths.LOGS.mkdir(parents=True, exist_ok=True)
    log = paths.LOGS / f"{log_name}.log"
    progress = Progress()
    tail = []
    with open(log, "w", encoding="utf-8", errors="replace") as out:
        process = subprocess.Popen(
            [str(part) for part in command], cwd=cwd, env=env or environment(), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        try:
            for line in process.stdout:
                out.write(line)
                if routine is None or not re.match(routine, line):
                    tail = (tail + [line.rstrip()])[-60:]
                if line.strip():
                    progress.show(line.strip())
            code = process.wait()
        except BaseException:
            process.terminate()
            process.wait()
            raise
        finally:
            progress.end()
    if code != 0:
        raise StepError(f"`{' '.join(map(str, command))}` ended with {code}; the end of {log}:\n       "
                        + "\n       ".join(tail), remedy)
    return log


@contextlib.contextmanager
def watch_size(folder, total_bytes, label):
    """Shows how many of total_bytes have arrived in a folder, while the block runs."""
    finished = threading.Event()
    progress = Progress()

    def look():
        while not finished.wait(0.5):
            size = sum(f.stat().st_size for f in pathlib.Path(folder).rglob("*") if f.is_file())
            progress.show(f"{label}: {size / 1e6:.0f} of {total_bytes / 1e6:.0f} MB")

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        finished.set()
        watcher.join()
        progress.end()


@contextlib.contextmanager
def fresh_folder(target):
    """Yields an empty folder beside `target` which becomes `target` only if the block succeeds.

    So a half-unpacked folder is never taken for a whole one. Leftovers of interrupted runs are removed.
    """
    target = pathlib.Path(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    for leftover in target.parent.glob(f".{target.name}.*.tmp"):
        shutil.rmtree(leftover, ignore_errors=True)
    work = pathlib.Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent))
    try:
        yield work
        work.chmod(0o755)
        if target.exists():
            shutil.rmtree(target)
        work.rename(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def fingerprint(*parts):
    """A short digest of strings and of the contents of files, for stamps."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.read_bytes() if isinstance(part, pathlib.Path) else str(part).encode())
        digest.update(b"\0")
    return digest.hexdigest()[:32]


def stamp(name):
    """What stamp `name` was last set to, or None."""
    try:
        return (paths.STAMPS / name).read_text()
    except OSError:
        return None


def stamped(name, value):
    """True if stamp `name` was last set to `value`."""
    return stamp(name) == value


def set_stamp(name, value):
    """Records that the work called `name` is done for inputs `value`; atomic."""
    paths.STAMPS.mkdir(parents=True, exist_ok=True)
    temporary = paths.STAMPS / f".{name}.{os.getpid()}.tmp"
    temporary.write_text(value)
    temporary.rename(paths.STAMPS / name)
