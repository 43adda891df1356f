"""Parts that look at the source tree, and the tests of the set-up code and of the runners."""

import re
import sys

from tests import check_includes, check_style
from tests.parts.common import Result, run_program, tail
from tools import cmake_build, paths, steps, system_packages


def tools(_options):
    """tests/tools_test.py, with unittest."""
    done = run_program([sys.executable, "-m", "unittest", "-v", "tests.tools_test"], 120, cwd=paths.ROOT)
    ran = re.search(r"^Ran (\d+) tests?", done.stderr, re.MULTILINE)
    bad = re.findall(r"^(?:FAIL|ERROR): (.+)$", done.stderr, re.MULTILINE)
    if done.code != 0 and not bad:
        bad = [f"ended with {done.code}"]
    count = int(ran.group(1)) if ran else 0
    failures = [f"tools: {name}" for name in bad]
    if failures:
        failures[0] += "\n" + tail(done.stderr, 80)
    elif count == 0:
        failures = ["tools: ran no test\n" + tail(done.stderr)]
    return Result(max(0, count - len(bad)), failures)


def includes(_options):
    """The include rules."""
    files, problems = check_includes.check(paths.ROOT / "src")
    return Result(len(files) - len({problem.file for problem in problems}), [f"includes: {p}" for p in problems])


def style(_options):
    """The style rules."""
    if check_style.clang_format() is None and system_packages.has_apt():
        try:
            with cmake_build.build_lock(), steps.step("clang-format"):
                system_packages.install([f"clang-format-{check_style.CLANG_FORMAT_RELEASE}"], "the style check")
        except steps.StepFailed:
            pass  # a system without this release: the check says that it could not look at the layout
    result = check_style.check(paths.ROOT)
    return Result(result.checked - len({problem.split(":")[0] for problem in result.problems}),
                  [f"style: {problem}" for problem in result.problems], notes=result.notes)
