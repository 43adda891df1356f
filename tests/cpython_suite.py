"""Runs CPython's own tests of threads under `interleave run`, and says for each file how many passed.

    python3 tests/cpython_suite.py [--interleave build/native/interleave] [--gil 3.10] [--only TEXT] [--verbose]

The tests are those installed with this machine's python3; those of concurrent.futures, which some versions come
without, may be another installed version's. What they need of `test.support` is tests/support/cpython/. A file's
program is made here: the modules' texts and a few lines that run them. Exit code 1 when less than 90 % of a file's
tests that need neither processes nor signals nor the C API pass.
"""

import argparse
import glob
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHIM = ROOT / "tests" / "support" / "cpython"
SHARE = 90

# Tests that can say nothing about this machine: name → reason.
LEFT_OUT = {
    "test_forkinthread": "processes",
    "test_thread_pool.ThreadPoolExecutorTest.test_hang_global_shutdown_lock": "processes",
    "test_thread_pool.ThreadPoolExecutorTest.test_process_fork_from_a_threadpool": "processes",
    "FailingInitializerResourcesTest.test_forkserver": "processes",
    "FailingInitializerResourcesTest.test_spawn": "processes",
    "test_hang_gh94440": "signals",
    "test_threading_local_clear_race": "the C API",
    "test_release_save_unacquired": "a private method",
    "ThreadPoolShutdownTest.test_del_shutdown": "reference counts",
    "test_interrupt_main_invalid_signal": "signals",
    "test_interrupt_main_mainthread": "signals",
    "test_interrupt_main_noerror": "signals",
    "test_interrupt_main_subthread": "signals",
    "test_interrupt_main_with_signal_handler": "signals",
    "test_daemon_threads_fatal_error": "sub-interpreters",
    "SubinterpThreadingTests.test_threads_join": "sub-interpreters",
    "SubinterpThreadingTests.test_threads_join_2": "sub-interpreters",
    "test_frame_tstate_tracing": "sys.settrace()",
    "ThreadTests.test_getprofile": "sys.setprofile()",
    "ThreadTests.test_gettrace": "sys.settrace()",
    "test_no_refcycle_through_target": "reference counts",
    "ThreadTests.test_limbo_cleanup": "a private name",
    "ThreadTests.test_foreign_thread": "a private name",
    "ThreadTests.test_tstate_lock": "a private name",
    "ThreadTests.test_shutdown_locks": "a private name",
    "test_default_workers": "a name of Python 3.13",
    "test_executor_map_current_future_cancel": "starts another Python",
    "test_free_reference": "reference counts",
    "test_free_reference_yielded_future": "reference counts",
    "test_no_stale_references": "reference counts",
}

# Modules that are not there; a test that makes something of theirs is skipped.
ABSENT = ("_testcapi", "_testinternalcapi", "_xxsubinterpreters", "asyncio", "asyncore", "codecs", "collections.abc", "configparser", "copyreg",
          "ctypes", "decimal", "fractions", "http", "http.server", "inspect", "pickle", "reprlib", "smtpd", "socket",
          "socketserver", "subprocess", "unittest.mock", "urllib", "urllib.parse", "win32evtlog")


def lib():
    import test
    return pathlib.Path(test.__path__[0])


def futures_folder():
    """The folder of the tests of concurrent.futures, of this python3 or the next one installed."""
    own = lib() / "test_concurrent_futures"
    if own.is_dir():
        return own
    prefix = pathlib.Path(sys.base_prefix).parent
    found = sorted(glob.glob(str(prefix / "*" / "lib" / "python3.*" / "test" / "test_concurrent_futures")))
    return pathlib.Path(found[0]) if found else None


SUPPORT = [("test.support", SHIM / "support.py"), ("test.support.threading_helper", SHIM / "threading_helper.py"),
           ("test.support.import_helper", SHIM / "import_helper.py"),
           ("test.support.script_helper", SHIM / "script_helper.py"), ("doctest", SHIM / "doctest.py"),
           ("test.support.os_helper", SHIM / "os_helper.py"), ("test.support.warnings_helper", SHIM / "warnings_helper.py"),
           ("test.support.socket_helper", SHIM / "socket_helper.py"),
           ("test.support.logging_helper", SHIM / "logging_helper.py")]

# Others than those of threads, with what they are built on.
LIBRARY_TESTS = [("sched",), ("context",), ("contextlib",), ("heapq",), ("bisect",), ("deque", "seq_tests"), ("logging",),
                 ("list", "seq_tests", "list_tests"), ("tuple", "seq_tests"), ("dict", "mapping_tests"), ("string",),
                 ("textwrap",), ("functools",), ("math",), ("atexit",), ("with",), ("generators",), ("range",),
                 ("enumerate",), ("raise",), ("scope",), ("super",), ("property",), ("decorators",), ("slice",),
                 ("bool",), ("listcomps",), ("named_expressions",), ("patma",), ("fstring",), ("unpack",), ("print",),
                 ("set",), ("sort",), ("userdict", "mapping_tests"), ("userlist", "seq_tests", "list_tests"), ("defaultdict",), ("copy",),
                 ("contains",), ("compare",), ("augassign",), ("pow",), ("operator",), ("itertools",), ("time",),
                 ("baseexception",), ("isinstance",), ("iter",), ("hash",), ("extcall",), ("positional_only_arg",),
                 ("opcodes",), ("richcmp",), ("binop",), ("dictviews",), ("struct",), ("random",), ("statistics",), ("enum",), ("json",), ("weakref",), ("collections",), ("traceback",), ("exceptions",)]


def files():
    """(name shown, modules before it, the module of the tests)"""
    tests = lib()
    library = tests.parent
    yield "lock_tests.py and test_thread.py", [("test.lock_tests", tests / "lock_tests.py")], tests / "test_thread.py"
    yield "test_threading_local.py", [("_threading_local", SHIM / "threading_local.py")], \
        tests / "test_threading_local.py"
    yield "test_queue.py", [("test.python_queue", library / "queue.py")], tests / "test_queue.py"
    yield "lock_tests.py (threading's)", [("test.lock_tests", tests / "lock_tests.py")], \
        SHIM / "threading_locks.py"
    yield "test_threading.py", [("test.lock_tests", tests / "lock_tests.py")], tests / "test_threading.py"
    folder = futures_folder()
    if folder is None:
        print("tests of concurrent.futures: none installed")
        return
    package = "test.test_concurrent_futures"
    before = [(package + ".util", folder / "util.py"), (package + ".executor", folder / "executor.py")]
    for name in ("future", "as_completed", "wait", "init", "shutdown", "thread_pool"):
        yield f"test_concurrent_futures/test_{name}.py", before, folder / f"test_{name}.py"


def library_files():
    tests = lib()
    for name, *built_on in LIBRARY_TESTS:
        path = tests / f"test_{name}.py"
        if path.exists():
            yield path.name, [("test." + module, tests / f"{module}.py") for module in built_on], path


def adapted(text):
    """The module's text without relative imports and without the classes that need processes."""
    text = re.sub(r"^from \.(\w+) import", r"from test.test_concurrent_futures.\1 import", text, flags=re.M)
    text = re.sub(r"executor_mixins=\(ThreadPoolMixin,\s*ProcessPoolForkMixin,\s*ProcessPoolForkserverMixin,\s*"
                  r"ProcessPoolSpawnMixin\)", "executor_mixins=(ThreadPoolMixin,)", text)
    text = re.sub(r"executor_mixins=\(ProcessPoolForkMixin,\s*ProcessPoolForkserverMixin,\s*ProcessPoolSpawnMixin\)",
                  "executor_mixins=()", text)
    text = re.sub(r"^from concurrent\.futures\.process import _check_system_limits$",
                  "def _check_system_limits():\n    raise NotImplementedError", text, flags=re.M)
    text = re.sub(r"^import multiprocessing\.(process|util)$", "", text, flags=re.M)
    text = re.sub(r"threading\._(Py|C)RLock", "threading.RLock", text)
    return text


PROGRAM = '''
import queue
import sys
import threading
import unittest

_Module = type(sys)
for _package in ("test", "test.test_concurrent_futures"):
    sys.modules[_package] = _Module(_package)
    sys.modules[_package].__path__ = []
sys.modules["test"].test_concurrent_futures = sys.modules["test.test_concurrent_futures"]
sys.modules["test.test_concurrent_futures"].__name__ = "test.test_concurrent_futures"


def _load(name, text):
    module = _Module(name)
    module.__file__ = name
    sys.modules[name] = module
    if "." in name:
        parent, _, last = name.rpartition(".")
        setattr(sys.modules[parent], last, module)
    exec(compile(text, name + ".py", "exec"), module.__dict__)
    return module




_running = False


class _Mock:
    """patch and its like, which decorate: the test is skipped."""

    def __getattr__(self, name):
        return self

    def __call__(self, *args, **kwargs):
        return unittest.skip("needs unittest.mock")


def _skipping(attribute, name, skip):
    """A class whose instances, and names under it that are called, skip the test."""
    class Meta(type):
        def __getattr__(cls, more):
            if more.startswith("__"):
                raise AttributeError(more)
            return _skipping(more, name, skip)
    return Meta(attribute, (), dict(__init__=skip))


def _absent(name):
    """Stands in for a module that is not there: a test that uses its names is skipped."""
    def get(attribute):
        if attribute.startswith("__"):
            raise AttributeError(attribute)

        def skip(self, *args, **kwargs):
            raise unittest.SkipTest("needs " + name)
        if _running:
            skip(None)
        if name == "unittest.mock":
            return _Mock()
        return _skipping(attribute, name, skip)
    module = _Module(name)
    module.__getattr__ = get
    return module


for _name in {absent!r}:
    try:
        exec("import " + _name)
    except (ImportError, NotImplementedError):
        sys.modules[_name] = _absent(_name)
        if "." in _name:
            _parent, _, _last = _name.rpartition(".")
            setattr(sys.modules[_parent], _last, sys.modules[_name])
for _name, _text in {modules!r}:
    _module = _load(_name, _text)


class _Result(unittest.TestResult):
    def _tell(self, what, test, more=""):
        print("RESULT", what, test.id(), more.strip().replace("\\n", " | "), flush=True)

    def addSuccess(self, test):
        self._tell("passed", test)

    def addError(self, test, err):
        super().addError(test, err)
        self._tell("failed", test, self.errors[-1][1])

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell("failed", test, self.failures[-1][1])

    def addSubTest(self, test, subtest, err):
        if err is not None:
            super().addSubTest(test, subtest, err)
            self._tell("failed", test, "in a subtest: " + (self.errors + self.failures)[-1][1])

    def addSkip(self, test, reason):
        self._tell("skipped", test, reason)

    def startTest(self, test):
        print("STARTED", test.id(), flush=True)


_left_out = {left_out!r}


def _walk(suite):
    for test in suite:
        if isinstance(test, unittest.TestCase):
            yield test
        else:
            yield from _walk(test)


def _wanted(test):
    for name, reason in _left_out.items():
        if test.id().endswith(name):
            print("RESULT skipped", test.id(), reason, flush=True)
            return False
    return {only!r} in test.id()


_suite = unittest.TestSuite(t for t in _walk(unittest.defaultTestLoader.loadTestsFromModule(_module)) if _wanted(t))
_running = True
_suite.run(_Result())
print("ENDED", flush=True)
'''


def run_file(options, name, before, path):
    modules = [(module, adapted(file.read_text())) for module, file in SUPPORT + before]
    modules.append(("test." + path.stem, adapted(path.read_text())))
    program = PROGRAM.format(modules=modules, left_out=LEFT_OUT, absent=ABSENT, only=options.only)
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, "suite.py")
        pathlib.Path(script).write_text(program)
        try:
            done = subprocess.run([options.interleave, "run", "--gil", options.gil, script], capture_output=True,
                                  text=True, timeout=options.timeout)
            output, errors = done.stdout, done.stderr
        except subprocess.TimeoutExpired as late:
            output = (late.stdout or b"").decode()
            errors = f"not done after {options.timeout} s\n" + (late.stderr or b"").decode()
    return report(options, name, output, errors)


def report(options, name, output, errors):
    results = {"passed": {}, "failed": {}, "skipped": {}}
    started = None
    for line in output.splitlines():
        if line.startswith("STARTED "):
            started = line.split(" ", 1)[1]
        elif line.startswith("RESULT "):
            _, what, test, *more = line.split(" ", 3)
            results[what].setdefault(test, more[0] if more else "")
    for test in results["failed"]:
        results["passed"].pop(test, None)
    ended = "ENDED" in output.splitlines()
    if not ended and started is not None:
        results["failed"].setdefault(started, "the run ended here")
    counts = {what: len(tests) for what, tests in results.items()}
    print(f"{name}: {counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped"
          f"{'' if ended else '; not run to its end'}")
    for test, reason in results["failed"].items():
        print(f"    failed   {test}: {reason if options.verbose else reason[-300:]}")
    for test, reason in results["skipped"].items():
        print(f"    skipped  {test}: {reason}")
    if not ended:
        print("    " + "\n    ".join(errors.strip().splitlines()[-12:]))
    tried = counts["passed"] + counts["failed"]
    return ended and tried > 0 and 100 * counts["passed"] >= SHARE * tried


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--interleave", default=str(ROOT / "build" / "native" / "interleave"))
    parser.add_argument("--gil", default="3.10", choices=["3.9", "3.10", "off"])
    parser.add_argument("--only", default="", help="tests whose name has this text")
    parser.add_argument("--file", default="", help="files whose name has this text")
    parser.add_argument("--library", action="store_true", help="also tests of other parts of the library; they never fail")
    parser.add_argument("--timeout", type=float, default=300)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    good = True
    for name, before, path in files():
        if options.file in name:
            good = run_file(options, name, before, path) and good
    for name, before, path in library_files() if options.library else ():
        if options.file in name:
            run_file(options, name, before, path)   # to learn from: much in them asks for how CPython is built
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
