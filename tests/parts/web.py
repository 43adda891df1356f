"""The page's TypeScript: its types, and its unit tests in Node."""

import os
import re

from tests.parts.common import Result, counted, run_program, tail
from tools import cmake_build, paths, site

WEB = paths.ROOT / "web"
TIMEOUT_SECONDS = 240


def run(_options):
    """`npm run typecheck` counts as one test; then `npm test`."""
    with cmake_build.build_lock():
        site.need_node()
        site.web_packages()
    env = dict(os.environ, NO_COLOR="1", FORCE_COLOR="0")
    types = run_program(["npm", "run", "--silent", "typecheck"], TIMEOUT_SECONDS, env=env, cwd=WEB)
    result = Result()
    if types.code == 0:
        result.passed += 1
    else:
        result.failures.append(f"web: types\n{tail(types.stdout + types.stderr, 80)}")
    tests = run_program(["npm", "test", "--silent"], TIMEOUT_SECONDS, env=env, cwd=WEB)
    output = re.sub(r"\x1b\[[0-9;]*m", "", tests.stdout + tests.stderr)
    result.add(counted(output, tests.code, "web"))
    return result
