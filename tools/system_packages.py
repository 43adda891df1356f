"""System packages: installed only where something is missing, and only through the system's own apt."""

import os
import pathlib
import shutil
import subprocess

from tools import steps

LOCK = ["-o", "DPkg::Lock::Timeout=300"]  # others may be using apt: wait for them


def has_apt():
    return shutil.which("apt-get") is not None and shutil.which("dpkg") is not None


def installed(package):
    """True if Debian's package database has `package` installed."""
    done = subprocess.run(["dpkg-query", "-W", "-f", "${Status}", package], capture_output=True, text=True,
                          env=steps.environment())
    return done.returncode == 0 and "install ok installed" in done.stdout


def _privilege(packages):
    """The command prefix that makes us root; StepError with the exact command if there is none."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    command = "apt-get update"
    if packages:
        command += " && apt-get install --yes --no-install-recommends " + " ".join(packages)
    raise steps.StepError("system packages are missing, and this user may not install them",
                          f"As root: {command}\n  Then run the same command again.")


def _candidate_known(package):
    done = subprocess.run(["apt-cache", "policy", package], capture_output=True, text=True, env=steps.environment())
    return any(line.strip().startswith("Candidate:") and "(none)" not in line for line in done.stdout.splitlines())


def install(packages, why):
    """Installs those of `packages` that are missing. Raises StepError where that cannot be done."""
    if not has_apt():
        raise steps.StepError(f"needed for {why}, and this system has no apt: {' '.join(packages)}",
                              "Install what these Debian packages contain with your system's package manager, "
                              "then run the same command again.")
    missing = [package for package in packages if not installed(package)]
    if not missing:
        return
    prefix = _privilege(missing)
    steps.say(f"    installing for {why}: {' '.join(missing)}")
    command = prefix + ["apt-get", *LOCK, "install", "--yes", "--no-install-recommends", *missing]
    updated = not all(_candidate_known(package) for package in missing)
    if updated:
        update_lists()
    try:
        steps.run_logged(command, "apt-install")
    except steps.StepError:
        if updated:
            raise
        # An old package list names files that the mirror no longer has.
        update_lists()
        steps.run_logged(command, "apt-install")


def update_lists():
    """Has the system's apt fetch its package lists anew."""
    steps.run_logged(_privilege([]) + ["apt-get", *LOCK, "update"], "apt-update",
                     remedy="Check the network, then run the same command again.")


def need_program(programs, package, why):
    """Path of the first of `programs` on PATH; installs `package` if there is none."""
    for _ in range(2):
        for program in programs:
            path = shutil.which(program)
            if path:
                return pathlib.Path(path)
        install([package], why)
    raise steps.StepError(f"{package} is installed, but none of {', '.join(programs)} is on PATH",
                          "Put it on PATH, then run the same command again.")
