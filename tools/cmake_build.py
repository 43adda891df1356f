"""Configures and builds a preset of CMakePresets.json, doing nothing that is not needed."""

import contextlib
import os
import shutil

try:
    import fcntl
except ImportError:  # not on Windows; there two builds at once are the person's own affair
    fcntl = None

from tools import paths, steps, system_packages


@contextlib.contextmanager
def build_lock():
    """Keeps two set-ups or builds from working in build/ at the same time."""
    paths.BUILD.mkdir(parents=True, exist_ok=True)
    with open(paths.BUILD / ".lock", "w", encoding="utf-8") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                steps.say("Another build is running in this folder; waiting for it to end.")
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def need_tools(native):
    """Makes sure of CMake and Ninja, and for a native build of a C++ compiler."""
    with steps.step("Build tools: CMake, Ninja" + (", a C++ compiler" if native else "")):
        system_packages.need_program(["cmake"], "cmake", "building")
        system_packages.need_program(["ninja", "ninja-build"], "ninja-build", "building")
        if native:
            system_packages.need_program(["c++", "g++", "clang++"], "g++", "building")


def build(preset, emscripten=None, targets=()):
    """Builds `targets` (all of them by default) of a preset in build/PRESET; `emscripten` is for the web presets."""
    folder = paths.BUILD / preset
    env = emscripten.env() if emscripten else steps.environment()
    if emscripten:
        env["INTERLEAVE_EMSCRIPTEN"] = str(emscripten.folder)
    compiler = f"{emscripten.folder} {emscripten.version}" if emscripten else env.get("CXX", "") + env.get("CC", "")
    inputs = steps.fingerprint(paths.ROOT / "CMakePresets.json", str(paths.ROOT), compiler)
    stamp = f"configured-{preset}"
    if not (folder / "build.ninja").exists() or not steps.stamped(stamp, inputs):
        with steps.step(f"Configuring {preset}"):
            # A folder made for another compiler or place cannot be configured anew in place.
            shutil.rmtree(folder, ignore_errors=True)
            steps.run_logged(["cmake", "--preset", preset], f"configure-{preset}", cwd=paths.ROOT, env=env,
                             remedy="See the messages above; then run the same command again.")
            steps.set_stamp(stamp, inputs)
    env["NINJA_STATUS"] = "[%f/%t] "
    with steps.step(f"Building {preset}"):
        steps.run_logged(["cmake", "--build", folder, "-j", str(os.cpu_count() or 2),
                          *(["--target", *targets] if targets else [])], f"build-{preset}", cwd=paths.ROOT, env=env,
                         remedy="Mend the error above, then run the same command again.", routine=r"\[\d+/\d+\] ")
    return folder
