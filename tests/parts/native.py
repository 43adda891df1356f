"""Unit tests and scripts, natively and under the sanitizers."""

import json
import pathlib
import tempfile

from tests.parts import scripts
from tests.parts.common import Result, run_program, tail
from tests.parts.programs import built, launcher, read_reports, sanitizer_environment
from tools import paths, steps

UNIT_TIMEOUT_SECONDS = {"native": 120, "tsan": 600, "asan": 600}


def run_unit_tests(preset, folder):
    """Runs build/PRESET/unit_tests; every GoogleTest test counts as one."""
    program = folder / "unit_tests"
    if not program.exists():
        return Result(failures=[f"unit ({preset}): the build made no unit_tests"])
    with tempfile.TemporaryDirectory() as temporary:
        report = pathlib.Path(temporary) / "report.json"
        reports = pathlib.Path(temporary) / "sanitizer"
        done = run_program([*launcher(preset), program, f"--gtest_output=json:{report}", "--gtest_brief=1"],
                           UNIT_TIMEOUT_SECONDS[preset], env=sanitizer_environment(preset, reports), cwd=paths.ROOT)
        said = read_reports(reports)
        if not report.exists():
            return Result(failures=[f"unit ({preset}): ended with {done.code} and without a report\n"
                                    f"{tail(done.stdout + done.stderr + said, 80)}"])
        result = read_gtest_report(json.loads(report.read_text()), preset)
    if said:
        result.failures.append(f"unit ({preset}): the sanitizer reports\n{tail(said, 120)}")
    elif done.code != 0 and not result.failures:
        result.failures.append(f"unit ({preset}): ended with {done.code}\n{tail(done.stdout + done.stderr)}")
    elif result.passed == 0 and not result.failures:
        result.failures.append(f"unit ({preset}): ran no test")
    return result


def read_gtest_report(report, preset):
    """The Result in GoogleTest's JSON report."""
    result = Result()
    for suite in report.get("testsuites", []):
        for test in suite.get("testsuite", []):
            if test.get("status") != "RUN":
                continue
            if "failures" not in test:
                result.passed += 1
                continue
            text = "\n".join(failure.get("failure", "") for failure in test["failures"])
            result.failures.append(f"unit ({preset}): {suite['name']}.{test['name']}\n{tail(text)}")
    return result


def unit(_options):
    """The unit tests, natively."""
    return run_unit_tests("native", built("native"))


def _sanitized(preset, options):
    folder = built(preset)
    with steps.step(f"Unit tests under {preset}"):
        result = run_unit_tests(preset, folder)
    with steps.step(f"Scripts under {preset}"):
        result.add(scripts.run_corpus(preset, folder / "interleave", options.script, options.everything))
    return result


def tsan(options):
    """Unit tests and scripts under the thread sanitizer."""
    return _sanitized("tsan", options)


def asan(options):
    """Unit tests and scripts under the address and undefined-behaviour sanitizers."""
    return _sanitized("asan", options)
