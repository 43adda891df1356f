"""Finds an Emscripten that is new enough, or sets up a private one under build/toolchain.

The private one is Debian 13's package, unpacked (not installed) together with the C and C++ libraries that its
Binaryen programs want, and with this system's own LLVM 19. Nothing of the system is replaced.
"""

import dataclasses
import os
import pathlib
import re
import shutil
import subprocess

from tools import paths, private_apt, steps, system_packages

MINIMUM = (3, 1, 69)
LLVM = "19"
SYSTEM_PACKAGES = ["clang-19", "lld-19", "llvm-19", "patchelf"]
PRIVATE_PACKAGES = ["emscripten", "binaryen", "libc6", "libstdc++6", "libgcc-s1", "node-acorn"]
RECIPE = "4"  # raise this when the way the private prefix is made changes


@dataclasses.dataclass(frozen=True)
class Emscripten:
    """An Emscripten: the folder with emcc and em++, and the environment variables it needs."""

    folder: pathlib.Path
    environment: dict
    version: tuple
    private: bool

    def env(self):
        """The environment for commands that call em++."""
        return steps.environment({**self.environment, "PATH": f"{self.folder}{os.pathsep}{os.environ['PATH']}"})


def _version_of(emcc, environment):
    done = subprocess.run([str(emcc), "--version"], capture_output=True, text=True, env=steps.environment(environment))
    found = re.search(r"\b(\d+)\.(\d+)\.(\d+)\b", done.stdout)
    return tuple(int(part) for part in found.groups()) if done.returncode == 0 and found else None


def on_path():
    """The Emscripten on PATH if it works and is new enough, else None."""
    emcc = shutil.which("emcc")
    if emcc is None:
        return None
    # Asking emcc costs a second; the answer stays the same while the file and its version file do.
    real = pathlib.Path(emcc).resolve()
    version_file = real.parent / "emscripten-version.txt"
    key = steps.fingerprint(str(real), real.stat().st_mtime_ns, *([version_file] if version_file.exists() else []))
    stamp = paths.STAMPS / "emscripten-on-path"
    known = stamp.read_text().split() if stamp.exists() else []
    if len(known) == 2 and known[0] == key:
        version = tuple(int(part) for part in known[1].split(".")) if known[1] != "none" else None
    else:
        version = _version_of(emcc, {})
        steps.set_stamp("emscripten-on-path", f"{key} {'.'.join(map(str, version)) if version else 'none'}")
    if version is None or version < MINIMUM:
        return None
    return Emscripten(pathlib.Path(emcc).parent, {}, version, private=False)


def find_or_set_up():
    """An Emscripten of at least MINIMUM: the one on PATH, else the private one, made if need be."""
    found = on_path()
    if found is not None:
        return found
    prefix = paths.TOOLCHAIN / "emscripten"
    inputs = steps.fingerprint(RECIPE, LLVM, str(prefix), *PRIVATE_PACKAGES)
    if not (steps.stamped("emscripten", inputs) and (prefix / "usr/share/emscripten/emcc.py").exists()
            and _llvm_folder().exists()):
        with steps.step("Emscripten: a private copy of Debian 13's package, under build/toolchain"):
            _set_up(prefix)
            steps.set_stamp("emscripten", inputs)
    return _private(prefix)


def _llvm_folder():
    return pathlib.Path(f"/usr/lib/llvm-{LLVM}/bin")


def _private(prefix):
    folder = prefix / "usr/share/emscripten"
    # Named outright, in case the person's own environment names the settings of another Emscripten.
    return Emscripten(folder, {"EM_CONFIG": str(folder / ".emscripten")}, MINIMUM, private=True)


def _set_up(prefix):
    if not private_apt.available():
        raise steps.StepError(
            "no Emscripten 3.1.69 or newer is on PATH, and this is no Debian system to take one from",
            "Install the Emscripten SDK (https://emscripten.org/docs/getting_started/downloads.html), put emcc on "
            "PATH, then run the same command again.")
    system_packages.install(SYSTEM_PACKAGES, "Emscripten's compiler")
    archives = paths.TOOLCHAIN / "archives"
    files = private_apt.PrivateApt().download(PRIVATE_PACKAGES, archives)
    with steps.fresh_folder(prefix) as work:
        for number, file in enumerate(files, 1):
            steps.say(f"    unpacking {number} of {len(files)}: {file.name.split('_')[0]}")
            steps.capture(["dpkg-deb", "--extract", str(file), str(work)])
        _relocate_programs(work, prefix)
        # ES modules are not looked up through NODE_PATH, so acorn must be found from emcc.py's own folder.
        modules = work / "usr/share/emscripten/node_modules"
        if not modules.exists():
            modules.symlink_to("../nodejs")
        _write_config(work, prefix)
    emcc = _private(prefix)
    version = _version_of(emcc.folder / "emcc", emcc.environment)
    if version is None or version < MINIMUM:
        raise steps.StepError(f"the unpacked Emscripten does not start (`{emcc.folder / 'emcc'} --version`)",
                              f"Remove {paths.TOOLCHAIN} and run the same command again.")
    shutil.rmtree(archives, ignore_errors=True)


def _relocate_programs(work, prefix):
    """Lets Binaryen's programs run with the C library of their own release, which lies in the prefix."""
    loaders = [path for path in work.rglob("ld-linux*.so*") if not path.is_symlink()]
    libraries = sorted({path.parent for path in work.rglob("libc.so.6")} | {path.parent
                                                                            for path in work.rglob("libstdc++.so.6")})
    if not loaders or not libraries:
        raise steps.StepError("the unpacked libc6 package has no dynamic loader",
                              f"Remove {paths.TOOLCHAIN} and run the same command again.")
    loader = prefix / loaders[0].relative_to(work)
    rpath = ":".join(str(prefix / folder.relative_to(work)) for folder in libraries)
    for program in sorted((work / "usr/bin").glob("wasm*")):
        if program.is_symlink() or program.read_bytes()[:4] != b"\x7fELF":
            continue
        steps.capture(["patchelf", "--set-interpreter", str(loader), "--force-rpath", "--set-rpath", rpath,
                       str(program)])
    for library in (work / "usr/lib").rglob("libbinaryen.so*"):
        if not library.is_symlink():
            steps.capture(["patchelf", "--force-rpath", "--set-rpath", rpath, str(library)])


def _write_config(work, prefix):
    """Writes the settings file that emcc looks for beside itself."""
    node = system_packages.need_program(["node", "nodejs"], "nodejs", "Emscripten")
    cache = prefix / _packaged_cache(work).relative_to(work)
    text = "\n".join([
        "# Written by tools/emscripten.py",
        f"LLVM_ROOT = {str(_llvm_folder())!r}",
        f"BINARYEN_ROOT = {str(prefix / 'usr')!r}",
        f"NODE_JS = {str(node)!r}",
        f"CACHE = {str(cache)!r}",
        "FROZEN_CACHE = True  # every library is there, prebuilt",
        ""])
    (work / "usr/share/emscripten/.emscripten").write_text(text)


def _packaged_cache(prefix):
    """The folder of prebuilt libraries inside the package."""
    for sysroot in prefix.rglob("sysroot"):
        if (sysroot / "lib").is_dir():
            return sysroot.parent
    raise steps.StepError("the emscripten package has no prebuilt libraries",
                          f"Remove {paths.TOOLCHAIN} and run the same command again.")
