"""The built site in real browsers: serves build/site and lets tests/browser/run.mjs drive Chromium and Firefox."""

import os
import pathlib
import shutil
import subprocess
import sys
import threading

from tests.parts.common import Result, counted, end_group
from tests.parts.programs import built
from tools import cmake_build, paths, server, site, steps, system_packages

RUNNER = paths.ROOT / "tests" / "browser" / "run.mjs"
CHROMIUM = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"]
FIREFOX = ["firefox-esr", "firefox"]
# What Firefox draws WebGL on where there is no screen: an X server in memory, and Mesa's software renderer.
SOFTWARE_SCREEN = ["libegl1", "libgl1", "libgl1-mesa-dri"]
TIMEOUT_SECONDS = 900


def need_browser(what, programs, package, variable):
    """Path of a browser, the one that an environment variable names first; gets it from the system's packages."""
    named = os.environ.get(variable)
    if named and shutil.which(named):
        return pathlib.Path(named)
    with steps.step(what):
        return system_packages.need_program(programs, package, "the browser tests")


def need_screen():
    """Path of Xvfb, with what Firefox needs to draw on it."""
    with steps.step("A screen for Firefox"):
        xvfb = system_packages.need_program(["Xvfb"], "xvfb", "the browser tests")
        if system_packages.has_apt():
            system_packages.install(SOFTWARE_SCREEN, "the browser tests")
        return xvfb


def run(_options):
    """Builds the site and the native program, serves the site on a free port, runs the browser tests against it."""
    if not RUNNER.exists():
        return Result(failures=["browser: there is no tests/browser/run.mjs"])
    site.build_site()
    built("native")  # simulated runs are compared with its
    with cmake_build.build_lock():
        node = site.need_node()
        env = dict(os.environ, NO_COLOR="1",
                   CHROMIUM_PATH=str(need_browser("Chromium", CHROMIUM, "chromium", "CHROMIUM_PATH")),
                   FIREFOX_PATH=str(need_browser("Firefox", FIREFOX, "firefox-esr", "FIREFOX_PATH")),
                   XVFB_PATH=str(need_screen()))
    running = server.SiteServer(paths.SITE, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    env["INTERLEAVE_URL"] = running.address
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
