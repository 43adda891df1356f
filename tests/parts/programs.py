"""The native programs under test: building them, and running them so that a sanitizer's report is seen."""

import os
import shutil
import subprocess

from tools import cmake_build, steps


_failed_builds = set()


def built(preset):
    """Builds a native preset and returns its folder. Raises steps.StepFailed; its reason is told once."""
    if preset in _failed_builds:
        raise steps.StepFailed(f"{preset} does not build (told above)")
    try:
        with cmake_build.build_lock():
            cmake_build.need_tools(native=True)
            return cmake_build.build(preset)
    except steps.StepFailed:
        _failed_builds.add(preset)
        raise


def sanitizer_environment(preset, reports):
    """The environment in which a program of `preset` writes its sanitizer's reports to files called REPORTS.*."""
    env = dict(os.environ)
    if preset == "tsan":
        env["TSAN_OPTIONS"] = f"log_path={reports}:halt_on_error=0:second_deadlock_stack=1"
    elif preset == "asan":
        env["ASAN_OPTIONS"] = f"log_path={reports}:detect_leaks=1:detect_stack_use_after_return=1"
        env["UBSAN_OPTIONS"] = f"log_path={reports}:print_stacktrace=1:halt_on_error=1"
    return env


def read_reports(reports):
    """The sanitizer's reports as one text, empty if it had nothing to say; the files are removed."""
    texts = []
    for file in sorted(reports.parent.glob(reports.name + ".*")):
        texts.append(file.read_text(errors="replace").split("Shadow bytes around")[0])
        file.unlink()
    return "\n".join(texts)


def launcher(preset):
    """What has to stand before the program's name: gcc's thread sanitizer wants unrandomised addresses."""
    if preset != "tsan" or shutil.which("setarch") is None:
        return []
    command = ["setarch", os.uname().machine, "--addr-no-randomize"]
    allowed = subprocess.run([*command, "true"], capture_output=True).returncode == 0
    return command if allowed else []
