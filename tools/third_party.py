"""Sources of the libraries that are compiled in: fetched once, unpacked under build/third_party.

On Debian they come from its source packages; where an Emscripten was there already, on any system, from their public
git repositories, pinned by commit. Either way it is the same release, and nothing of it is ever committed here.
"""

import dataclasses
import shutil
import tarfile

from tools import emscripten, paths, private_apt, steps


@dataclasses.dataclass(frozen=True)
class Library:
    """A library: where its release is found, and a file by which an unpacked tree is known to be whole."""

    name: str
    source_package: str
    version: str
    repository: str
    commit: str
    proof: str


LIBRARIES = [
    Library("imgui", "imgui", "1.92.2b", "https://github.com/ocornut/imgui.git",
            "45acd5e0e82f4c954432533ae9985ff0e1aad6d5", "backends/imgui_impl_opengl3.cpp"),
    Library("sdl2", "libsdl2", "2.32.4", "https://github.com/libsdl-org/SDL.git",
            "2359383fc187386204c3bb22de89655a494cd128", "include/SDL_config_emscripten.h"),
    Library("libtomcrypt", "libtomcrypt", "1.18.2", "https://github.com/libtom/libtomcrypt.git",
            "7e7eb695d581782f04b24dc444cbfde86af59853", "src/hashes/sha2/sha256.c"),
    Library("googletest", "googletest", "1.16.0", "https://github.com/google/googletest.git",
            "6910c9d9165801d8827d628cb72eb7ea9dd538c5", "googletest/include/gtest/gtest.h"),
]
PRODUCT = ["imgui", "sdl2", "libtomcrypt"]  # what the page is made of; the rest is for tests


def prefers_git():
    """True where no package manager should be asked: an Emscripten is there already, or this is no Debian."""
    return emscripten.on_path() is not None or not private_apt.available()


def set_up(prefer_git, names=None):
    """Makes sure that the libraries' sources lie under build/third_party.

    prefer_git: take them from git first; else from Debian's source packages first. The other way is the fall-back.
    """
    apt = None
    for library in LIBRARIES:
        if names is not None and library.name not in names:
            continue
        target = paths.THIRD_PARTY / library.name
        inputs = steps.fingerprint(library.version, library.commit, str(target))
        # A folder appears only when it is whole. One without a stamp was put there by the person: it is taken.
        if (target / library.proof).exists() and steps.stamp(f"source-{library.name}") in (None, inputs):
            continue
        with steps.step(f"{library.name} {library.version}: sources"):
            apt = apt or private_apt.PrivateApt()
            _fetch(library, target, prefer_git, apt)
            steps.set_stamp(f"source-{library.name}", inputs)


def _fetch(library, target, prefer_git, apt):
    ways = [("git", lambda: _from_git(library, target)), ("Debian", lambda: _from_debian(library, target, apt))]
    if not prefer_git:
        ways.reverse()
    reasons = []
    for origin, way in ways:
        try:
            way()
            return
        except (steps.StepError, OSError, tarfile.TarError) as error:
            reasons.append(f"from {origin}: {error}")
            steps.say(f"    not to be had from {origin}")
    raise steps.StepError("\n       ".join(reasons),
                          f"Check the network, or put the sources of {library.name} {library.version} into {target} "
                          "yourself; then run the same command again.")


def _from_git(library, target):
    if shutil.which("git") is None:
        raise steps.StepError("git is not installed")
    with steps.fresh_folder(target) as work:
        steps.capture(["git", "init", "--quiet", str(work)])
        steps.run_logged(["git", "-C", work, "fetch", "--progress", "--depth", "1", library.repository,
                          library.commit], f"git-{library.name}")
        steps.capture(["git", "-C", str(work), "-c", "advice.detachedHead=false", "checkout", "--quiet", "FETCH_HEAD"])
        shutil.rmtree(work / ".git")
        _check(library, work)


def _from_debian(library, target, apt):
    if not private_apt.available():
        raise steps.StepError("this is no Debian system")
    tarball = apt.download_source(library.source_package, library.version, paths.THIRD_PARTY / "archives")
    with steps.fresh_folder(target) as work:
        with tarfile.open(tarball) as archive:
            _unpack(archive, work)
        inside = [entry for entry in work.iterdir() if entry.is_dir()]
        if len(inside) == 1 and not (work / library.proof).exists():
            for entry in list(inside[0].iterdir()):
                entry.rename(work / entry.name)
            inside[0].rmdir()
        _check(library, work)
    for file in tarball.parent.glob(f"{library.source_package}_*"):
        file.unlink()


def _unpack(archive, folder):
    """Unpacks a tarball; members that would land outside of `folder` are refused."""
    if hasattr(tarfile, "data_filter"):
        archive.extractall(folder, filter="data")
        return
    root = folder.resolve()
    for member in archive.getmembers():
        if root not in (root / member.name).resolve().parents and (root / member.name).resolve() != root:
            raise steps.StepError(f"the archive has a member outside of its folder: {member.name}")
    archive.extractall(folder)


def _check(library, folder):
    if not (folder / library.proof).exists():
        raise steps.StepError(f"the unpacked sources lack {library.proof}")
