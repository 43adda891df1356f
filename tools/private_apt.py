"""A second apt list inside the build folder: fetches packages and sources of other Debian releases.

It has its own sources list, package lists and cache, so the system's apt never sees it. The mirror is the one this
machine already uses, and apt checks Debian's signatures with the installed archive keyring. Nothing is installed.
"""

import pathlib
import re
import shutil
import time

from tools import paths, steps, system_packages

KEYRING = pathlib.Path("/usr/share/keyrings/debian-archive-keyring.gpg")
BINARY_SUITES = ("trixie",)
SOURCE_SUITES = ("trixie", "testing")
LISTS_MAX_AGE_SECONDS = 24 * 3600


def available():
    """True where this system is Debian with apt and its archive keyring."""
    return system_packages.has_apt() and KEYRING.exists()


def _mirror():
    """Address of the Debian archive this machine uses, as apt itself names it; None if it uses none."""
    output = steps.capture(["apt-get", "indextargets", "--format", "$(REPO_URI)\t$(ORIGIN)\t$(LABEL)",
                            "Created-By: Packages"])
    for line in output.splitlines():
        address, origin, label = (line.split("\t") + ["", ""])[:3]
        if origin == "Debian" and label == "Debian":
            return address
    return None


class PrivateApt:
    """apt-get and apt-cache on the private list, which is fetched when first needed."""

    def __init__(self):
        self.folder = paths.TOOLCHAIN / "apt"
        self.options = []

    def prepare(self):
        """Writes the list and downloads the package lists, unless that was done within a day."""
        if self.options:
            return
        mirror = _mirror()
        if mirror is None:
            # Before the first update of its lists, apt does not tell.
            system_packages.update_lists()
            mirror = _mirror()
        if mirror is None:
            raise steps.StepError("the system's apt names no Debian archive (`apt-get indextargets`)",
                                  "Run `apt-get update` as root, or put Emscripten 3.1.69 or newer on PATH.")
        (self.folder / "lists" / "partial").mkdir(parents=True, exist_ok=True)
        (self.folder / "cache" / "archives" / "partial").mkdir(parents=True, exist_ok=True)
        # Given releases are wanted, not the newest: a signed list that has grown old is as good (and a mirror frozen at
        # some day serves no other).
        signed = f"[signed-by={KEYRING} check-valid-until=no]"
        lines = [f"deb {signed} {mirror} {suite} main" for suite in BINARY_SUITES]
        lines += [f"deb-src {signed} {mirror} {suite} main" for suite in SOURCE_SUITES]
        text = "\n".join(lines) + "\n"
        sources = self.folder / "sources.list"
        options = ["-o", f"Dir::Etc::sourcelist={sources}", "-o", "Dir::Etc::sourceparts=/dev/null",
                   "-o", f"Dir::State::lists={self.folder / 'lists'}", "-o", f"Dir::Cache={self.folder / 'cache'}",
                   "-o", "APT::Sandbox::User=root", "-o", "Acquire::Languages=none", "-o", "Acquire::Retries=3"]
        stamp = self.folder / "updated"
        fresh = (sources.exists() and sources.read_text() == text and stamp.exists()
                 and time.time() - stamp.stat().st_mtime < LISTS_MAX_AGE_SECONDS)
        if not fresh:
            steps.say("    fetching Debian's package lists into the build folder (32 MB)")
            sources.write_text(text)
            steps.run_logged(["apt-get", *options, "update", "--error-on=any"], "private-apt-update",
                             remedy="Check the network, then run the same command again.")
            stamp.touch()
        self.options = options

    def download(self, packages, folder):
        """Downloads .deb files of the newest listed release into `folder`; returns their paths.

        One that is already there is not downloaded again; an interrupted one is fetched anew.
        """
        self.prepare()
        folder = pathlib.Path(folder)
        partial = folder / "partial"
        partial.mkdir(parents=True, exist_ok=True)
        files = []
        for package in packages:
            name, size = self._file_of(package)
            target = folder / name
            if not target.exists():
                with steps.watch_size(partial, size, f"downloading {package}"):
                    steps.capture(["apt-get", *self.options, "download", f"{package}/{BINARY_SUITES[0]}"],
                                  cwd=partial)
                (partial / name).rename(target)
            files.append(target)
        shutil.rmtree(partial, ignore_errors=True)
        return files

    def _file_of(self, package):
        """File name and size in bytes of a package in the private list."""
        output = steps.capture(["apt-get", *self.options, "download", "--print-uris",
                                f"{package}/{BINARY_SUITES[0]}"])
        found = re.search(r"^'[^']+' (\S+) (\d+) ", output, re.MULTILINE)
        if not found:
            raise steps.StepError(f"Debian {BINARY_SUITES[0]} lists no package {package}")
        return found.group(1), int(found.group(2))

    def download_source(self, source, version_prefix, folder):
        """Downloads the upstream tarball of the first listed version that starts with `version_prefix`."""
        self.prepare()
        listing = steps.capture(["apt-cache", *self.options, "showsrc", source])
        versions = re.findall(r"^Version: (\S+)", listing, re.MULTILINE)
        matching = [version for version in versions if version.startswith(version_prefix)]
        if not matching:
            raise steps.StepError(f"Debian has no source {source} {version_prefix}; it has {', '.join(versions)}")
        folder = pathlib.Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        steps.capture(["apt-get", *self.options, "source", "--download-only", f"{source}={matching[0]}"], cwd=folder)
        tarballs = sorted(folder.glob(f"{source}_*.orig.tar.*"))
        if not tarballs:
            raise steps.StepError(f"the source package {source} {matching[0]} has no upstream tarball")
        return next(t for t in tarballs if not t.name.endswith(".asc"))
