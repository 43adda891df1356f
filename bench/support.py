"""What the benchmarks share: the native programs, Chromium with its tabs, rounds and their figures."""

import json
import math
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import threading

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from tests.parts import browser as browser_part  # noqa: E402
from tools import paths, server, site, steps  # noqa: E402

MACHINE = paths.BUILD / "native" / "interleave"
PEERS = paths.BUILD / "bench-peers"


def machine():
    """The native program; ends the benchmark if it has not been built."""
    if not MACHINE.exists():
        sys.exit(f"{MACHINE} is not there: run `python3 tests/run.py --only unit` first")
    return MACHINE


def run_native(command, code):
    """What a program given on standard input prints; `command` as for subprocess. Raises when it fails."""
    return subprocess.run(command, check=True, capture_output=True, text=True, input=code)


def version_here():
    """The version of the Python that runs this, which is the CPython that is measured."""
    return ".".join(map(str, sys.version_info[:3]))


def geometric_mean(values):
    """Of positive numbers."""
    values = list(values)
    return math.exp(sum(map(math.log, values)) / len(values)) if values else math.nan


def median(values):
    """Shorter to read."""
    return statistics.median(values)


def table_head(*names):
    """A Markdown table's head: the first column is text, the others are numbers."""
    print("| " + " | ".join(names) + " |")
    print("| --- |" + " ---: |" * (len(names) - 1), flush=True)


def table_row(*cells):
    """A row of it."""
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def install_peers():
    """The packages of bench/peers, of the versions named there, into build/; returns their folder."""
    PEERS.mkdir(parents=True, exist_ok=True)
    for file in (HERE / "peers").iterdir():
        shutil.copy2(file, PEERS / file.name)
    inputs = steps.fingerprint(PEERS / "package-lock.json", str(PEERS))
    if not steps.stamped("bench-peers", inputs) or not (PEERS / "node_modules").is_dir():
        steps.run_logged(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], "npm-ci-bench", cwd=PEERS,
                         remedy="Check the network (and the log), then run the same command again.")
        steps.set_stamp("bench-peers", inputs)
    return PEERS


class Chromium:
    """Chromium with a tab for each Python, driven through bench/browser.mjs, or another that answers requests as it
    does. Use it in a `with` statement."""

    def __init__(self, folder=None, driver="browser.mjs"):
        self.driver = driver
        self.folder = pathlib.Path(folder or paths.SITE)
        self.servers = []
        self.process = None

    def __enter__(self):
        if not (self.folder / "index.html").exists():
            sys.exit(f"{self.folder} has no index.html: run `python3 serve.py --build-only` first")
        env = dict(os.environ, CHROMIUM_PATH=str(browser_part.need_browser("Chromium", browser_part.CHROMIUM, "chromium", "CHROMIUM_PATH")))
        self.process = subprocess.Popen([str(site.need_node()), str(HERE / self.driver)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, env=env, cwd=ROOT)
        return self

    def __exit__(self, *_error):
        self.process.stdin.close()
        self.process.wait()
        for running in self.servers:
            running.shutdown()
            running.server_close()

    def serve(self, folder):
        """A folder at an address of its own, which is returned."""
        running = server.SiteServer(folder, 0)
        threading.Thread(target=running.serve_forever, daemon=True).start()
        self.servers.append(running)
        return running.address

    def ask(self, **request):
        """The answer to a request of the driver's. Raises when it failed."""
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline() or '{"failed": "Chromium is gone"}')
        if isinstance(answer, dict) and "failed" in answer:
            raise RuntimeError(answer["failed"])
        return answer

    def open_ours(self, *names):
        """Tabs of the site, one for each name, each in a process of its own; returns the version."""
        address = self.serve(self.folder)
        return [self.ask(open=name, url=address + "embed.html?view=code")["version"] for name in names][0]

    def open_single(self, name):
        """A tab of the site without threads, as on a host that sends no headers; returns the version."""
        return self.ask(open=name, folder=str(self.folder.resolve()))["version"]

    def open_peers(self, *names):
        """Tabs of Pyodide and MicroPython, as named; returns their versions."""
        address = self.serve(install_peers())
        return [self.ask(open=name, url=f"{address}index.html?worker={name}.mjs")["version"] for name in names]

    def run(self, tab, code, **scenario):
        """Runs a program in a tab; returns its answer, see browser.mjs."""
        return self.run_together([tab], code, **scenario)[0]

    def run_together(self, tabs, code, **scenario):
        """Runs the same program in several tabs at the same time; returns the answers."""
        return self.ask(run=[{"tab": tab, "code": code, "scenario": scenario} for tab in tabs])
