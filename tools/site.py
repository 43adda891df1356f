"""From a fresh clone to the built site in build/site."""

import re

from tools import cmake_build, emscripten, paths, steps, system_packages, third_party

WEB = paths.ROOT / "web"
MINIMUM_NODE = 18
PROGRAM_FILES = ["interleave.js", "interleave.wasm", "interleave-single.js", "interleave-single.wasm"]


def need_node():
    """Makes sure of Node and npm, and that Node is new enough."""
    with steps.step("Node and npm"):
        node = system_packages.need_program(["node", "nodejs"], "nodejs", "building the page")
        system_packages.need_program(["npm"], "npm", "building the page")
        version = steps.capture([str(node), "--version"]).strip()
        found = re.match(r"v(\d+)", version)
        if not found or int(found.group(1)) < MINIMUM_NODE:
            raise steps.StepError(f"Node {version} is too old", f"Install Node {MINIMUM_NODE} or newer and put it on "
                                  "PATH, then run the same command again.")
        return node


def web_packages():
    """Runs `npm ci` in web/ when the lock file changed since the last time."""
    inputs = steps.fingerprint(WEB / "package.json", WEB / "package-lock.json", str(WEB))
    if steps.stamped("npm", inputs) and (WEB / "node_modules").is_dir():
        return
    with steps.step("Packages of the page (npm ci)"):
        steps.run_logged(["npm", "ci", "--no-audit", "--no-fund"], "npm-ci", cwd=WEB,
                         remedy="Check the network (and the log), then run the same command again.")
        steps.set_stamp("npm", inputs)


def _source_files():
    """Every file the page is made of, apart from the WebAssembly program."""
    for path in sorted(WEB.rglob("*")):
        if "node_modules" not in path.relative_to(WEB).parts and path.is_file():
            yield path


def _assemble(node, program_folder):
    """Bundles the page and puts the program beside it, unless nothing changed."""
    program = [program_folder / name for name in PROGRAM_FILES]
    for file in program:
        if not file.exists():
            raise steps.StepError(f"the build made no {file}", f"Remove {program_folder} and run the command again.")
    listing = [f"{path} {path.stat().st_mtime_ns} {path.stat().st_size}" for path in [*_source_files(), *program]]
    inputs = steps.fingerprint(*listing)
    if steps.stamped("site", inputs) and (paths.SITE / "index.html").exists():
        return
    with steps.step("The page (esbuild)"), steps.fresh_folder(paths.SITE) as work:
        steps.run_logged([node, "build.mjs", "--out", work, "--program", program_folder], "bundle", cwd=WEB,
                         remedy="Mend the error above, then run the same command again.")
        if not (work / "index.html").exists():
            raise steps.StepError("web/build.mjs made no index.html")
    steps.set_stamp("site", inputs)


def build_site():
    """Gets what is missing, builds what changed; returns the site's folder. Raises steps.StepFailed."""
    with cmake_build.build_lock():
        cmake_build.need_tools(native=False)
        node = need_node()
        compiler = emscripten.find_or_set_up()
        third_party.set_up(not compiler.private, third_party.PRODUCT)
        web_packages()
        folder = cmake_build.build("web", compiler)
        _assemble(node, folder)
    return paths.SITE
