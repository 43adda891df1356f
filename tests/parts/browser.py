"""The built site in a real browser: serves build/site and lets tests/browser/run.mjs drive Chromium."""

import os
import pathlib
import shutil
import subprocess
import sys
import threading

from tests.parts.common import Result, counted, end_group
from tools import cmake_build, paths, server, site, steps, system_packages

RUNNER = paths.ROOT / "tests" / "browser" / "run.mjs"
CHROMIUM = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"]
TIMEOUT_SECONDS = 900


def need_chromium():
    """Path of a Chromium; gets one from the system's packages if there is none."""
    named = os.environ.get("CHROMIUM_PATH")
    if named and shutil.which(named):
        return pathlib.Path(named)
    with steps.step("Chromium"):
        return system_packages.need_program(CHROMIUM, "chromium", "the browser tests")


def run(_options):
    """Builds the site, serves it on a free port, runs the browser tests against it."""
    if not RUNNER.exists():
        return Result(failures=["browser: there is no tests/browser/run.mjs"])
    site.build_site()
    with cmake_build.build_lock():
        node = site.need_node()
        chromium = need_chromium()
    running = server.SiteServer(paths.SITE, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    env = dict(os.environ, INTERLEAVE_URL=running.address, CHROMIUM_PATH=str(chromium), NO_COLOR="1")
    try:
        code, output = run_shown([str(node), str(RUNNER)], env)
    finally:
        running.shutdown()
        running.server_close()
    return counted(output, code, "browser", shown=True)


def run_shown(command, env):
    """Runs a command whose output is shown as it comes; returns its exit code (None when time was up) and output."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               text=True, errors="replace", env=env, cwd=paths.ROOT, start_new_session=True)
    timer = threading.Timer(TIMEOUT_SECONDS, end_group, [process])
    timer.start()
    lines = []
    try:
        for line in process.stdout:
            lines.append(line)
            sys.stdout.write("    " + line)
            sys.stdout.flush()
        code = process.wait()
    except BaseException:
        end_group(process)
        process.wait()
        raise
    finally:
        timed_out = not timer.is_alive()
        timer.cancel()
    return (None if timed_out else code), "".join(lines)
