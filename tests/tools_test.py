"""Tests of the server, the set-up code, the checkers and the script runner. Run by the part `tools`."""

import contextlib
import gzip
import http.client
import io
import lzma
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from tests import check_includes, check_style
from tests.parts import language, scripts
from tests.parts.common import Finished, counted
from tools import embed_text, emscripten, paths, server, steps, third_party


def make_tree(root, files):
    """Writes files (name: content) under a folder."""
    for name, content in files.items():
        path = pathlib.Path(root) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


class ServerTest(unittest.TestCase):
    """A SiteServer on a small site, spoken to over a socket."""

    FILES = {"index.html": "<!doctype html><title>x</title>" + "x" * 2000, "app.js": "let x = 1;\n" * 200,
             "module.mjs": "export {};\n", "style.css": "a{}\n", "data.json": "{}\n", "icon.svg": "<svg/>\n",
             "font.woff2": b"wOF2" + bytes(2000), "program.wasm": b"\0asm" + bytes(5000), "sub/index.html": "sub\n",
             "no-index/file.txt": "text\n", "a b.txt": "space\n"}

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name) / "site"
        make_tree(self.root, self.FILES)
        make_tree(self.folder.name, {"secret.txt": "secret\n", "site-other/secret.txt": "secret\n"})
        self.server = server.SiteServer(self.root, 0)
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        self.port = self.server.server_address[1]
        silent = contextlib.redirect_stderr(io.StringIO())  # where the server tells of its 404s
        silent.__enter__()
        self.addCleanup(silent.__exit__, None, None, None)

    def ask(self, path, method="GET", **headers):
        """The answer to a request: (status, headers, body). Header names are given with _ for -."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    def raw(self, request):
        """What comes back for bytes that no well-behaved client sends."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            answer = b""
            while True:
                piece = connection.recv(65536)
                if not piece:
                    return answer
                answer += piece

    def assert_isolated(self, headers):
        for name, value in (("Cross-Origin-Opener-Policy", "same-origin"),
                            ("Cross-Origin-Embedder-Policy", "require-corp"),
                            ("Cross-Origin-Resource-Policy", "cross-origin"),
                            ("Document-Isolation-Policy", "isolate-and-require-corp")):
            self.assertEqual(headers.get_all(name), [value])
        self.assertEqual(headers.get_all("Cache-Control"), ["no-cache"])

    def test_headers_on_every_kind_of_answer(self):
        status, headers, _ = self.ask("/")
        self.assertEqual(status, 200)
        self.assert_isolated(headers)
        for path, method, expected in (("/missing", "GET", 404), ("/../secret.txt", "GET", 404), ("/", "POST", 501),
                                       ("/no-index/", "GET", 404), ("/app.js", "HEAD", 200)):
            with self.subTest(path=path, method=method):
                status, answered, _ = self.ask(path, method)
                self.assertEqual(status, expected)
                self.assert_isolated(answered)
        status, answered, _ = self.ask("/", If_None_Match=headers["ETag"])
        self.assertEqual(status, 304)
        self.assert_isolated(answered)

    def test_isolated_even_when_the_request_is_broken(self):
        answer = self.raw(b"GET / HTTP/9.9\r\n\r\n")
        self.assertIn(b"Cross-Origin-Embedder-Policy: require-corp", answer)
        answer = self.raw(b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\n\r\n")
        self.assertIn(b" 414 ", answer.split(b"\r\n")[0])
        self.assertIn(b"Document-Isolation-Policy", answer)

    def test_mime_types(self):
        for path, mime in (("/", "text/html"), ("/app.js", "text/javascript"), ("/module.mjs", "text/javascript"),
                           ("/style.css", "text/css"), ("/data.json", "application/json"),
                           ("/icon.svg", "image/svg+xml"), ("/font.woff2", "font/woff2"),
                           ("/program.wasm", "application/wasm")):
            self.assertEqual(self.ask(path)[1].get_content_type(), mime, path)
        self.assertEqual(self.ask("/")[1].get_content_charset(), "utf-8")

    def test_content_and_query(self):
        self.assertEqual(self.ask("/sub/")[2], b"sub\n")
        self.assertEqual(self.ask("/sub/?theme=dark")[2], b"sub\n")
        self.assertEqual(self.ask("/a%20b.txt")[2], b"space\n")
        self.assertEqual(self.ask("/sub")[0], 404)

    def test_nothing_from_outside(self):
        os.symlink(pathlib.Path(self.folder.name) / "secret.txt", self.root / "link.txt")
        os.symlink(self.folder.name, self.root / "up")
        os.symlink(self.root / "app.js", self.root / "inside.js")
        for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt",
                     "/sub/../../secret.txt", "/link.txt", "/up/secret.txt", "//secret.txt", "/..\\secret.txt",
                     "/..%5csecret.txt", "/../site-other/secret.txt", "/%00", "/app.js%00.html", "/~root",
                     str(pathlib.Path(self.folder.name) / "secret.txt"), "/sub/%252e%252e/%252e%252e/secret.txt",
                     "/file:///etc/passwd", "/%ff%fe", "/" + "a/" * 3000, "/" + "a" * 5000):
            status, _, body = self.ask(path)
            self.assertEqual((status, b"secret" in body), (404, False), path)
        self.assertEqual(self.ask("/inside.js")[0], 200)

    def test_no_listing(self):
        for path in ("/no-index/", "/no-index"):
            status, _, body = self.ask(path)
            self.assertEqual(status, 404)
            self.assertNotIn(b"file.txt", body)

    def test_unchanged(self):
        _, headers, _ = self.ask("/app.js")
        etag, modified = headers["ETag"], headers["Last-Modified"]
        self.assertEqual(self.ask("/app.js", If_None_Match=etag)[::2], (304, b""))
        self.assertEqual(self.ask("/app.js", If_None_Match=f"\"other\", W/{etag}")[0], 304)
        self.assertEqual(self.ask("/app.js", If_None_Match="*")[0], 304)
        self.assertEqual(self.ask("/app.js", If_Modified_Since=modified)[0], 304)
        self.assertEqual(self.ask("/app.js", If_Modified_Since="Thu, 01 Jan 1998 00:00:00 GMT")[0], 200)
        self.assertEqual(self.ask("/app.js", If_Modified_Since="nonsense")[0], 200)
        self.assertEqual(self.ask("/app.js", If_None_Match="\"other\"", If_Modified_Since=modified)[0], 200)
        time.sleep(0.01)
        (self.root / "app.js").write_text("changed")
        status, _, body = self.ask("/app.js", If_None_Match=etag)
        self.assertEqual((status, body), (200, b"changed"))

    def test_compression(self):
        status, headers, body = self.ask("/program.wasm", Accept_Encoding="br, gzip;q=0.8")
        self.assertEqual((status, headers["Content-Encoding"]), (200, "gzip"))
        self.assertEqual(gzip.decompress(body), self.FILES["program.wasm"])
        self.assertEqual(int(headers["Content-Length"]), len(body))
        self.assertIn("Accept-Encoding", headers["Vary"])
        self.assertEqual(self.ask("/program.wasm", Accept_Encoding="gzip", If_None_Match=headers["ETag"])[0], 304)
        for path, accept in (("/program.wasm", "gzip;q=0"), ("/program.wasm", "br"), ("/font.woff2", "gzip"),
                             ("/style.css", "gzip")):
            answered = self.ask(path, Accept_Encoding=accept)[1]
            self.assertNotIn("Content-Encoding", answered, (path, accept))
        (self.root / "program.wasm").write_bytes(b"\0asm" + b"1" * 5000)
        body = self.ask("/program.wasm", Accept_Encoding="gzip")[2]
        self.assertEqual(gzip.decompress(body), b"\0asm" + b"1" * 5000)

    def test_head(self):
        status, headers, body = self.ask("/app.js", "HEAD")
        self.assertEqual((status, body), (200, b""))
        self.assertEqual(headers["Content-Length"], str(len(self.FILES["app.js"])))
        self.assertEqual(self.ask("/missing", "HEAD")[::2], (404, b""))

    def test_connection_stays_open(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        for _ in range(3):
            connection.request("GET", "/app.js")
            sock = connection.sock
            connection.getresponse().read()
            self.assertIs(connection.sock, sock)
        connection.close()

    def test_loopback_only(self):
        self.assertEqual(self.server.server_address[0], "127.0.0.1")


class ServeCommandTest(unittest.TestCase):
    """serve.py as a person starts it."""

    def start(self, *arguments):
        process = subprocess.Popen([sys.executable, str(paths.ROOT / "serve.py"), *arguments], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, start_new_session=True)
        self.addCleanup(lambda: (process.poll() is None and process.kill(), process.communicate()))
        return process

    def test_serves_and_ends_quietly(self):
        with tempfile.TemporaryDirectory() as folder:
            make_tree(folder, {"index.html": "hello"})
            for number in (signal.SIGINT, signal.SIGTERM):
                process = self.start("--site", folder, "--port", "0")
                address = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())
                connection = http.client.HTTPConnection("127.0.0.1", int(address.group(1)), timeout=10)
                connection.request("GET", "/")
                self.assertEqual(connection.getresponse().read(), b"hello")
                connection.close()
                process.send_signal(number)
                self.assertEqual(process.wait(10), 0)
                self.assertEqual(process.stderr.read(), "")

    def test_port_in_use(self):
        with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            process = self.start("--site", folder, "--port", str(port))
            _, errors = process.communicate(timeout=10)
            self.assertEqual(process.returncode, 1)
            self.assertIn(f"Port {port} is taken", errors)
            self.assertIn("--port", errors.split("taken")[1])
            self.assertNotIn("Traceback", errors)

    def test_missing_site_and_wrong_usage(self):
        process = self.start("--site", "/nonexistent-folder")
        _, errors = process.communicate(timeout=10)
        self.assertEqual(process.returncode, 1)
        self.assertIn("no folder", errors)
        for arguments in (("--port", "99999"), ("--port", "x"), ("--build-only", "--no-build")):
            process = self.start(*arguments)
            _, errors = process.communicate(timeout=10)
            self.assertEqual(process.returncode, 2, arguments)
            self.assertNotIn("Traceback", errors)


class StepsTest(unittest.TestCase):
    """Steps fail with a name, a reason and a remedy, and leave nothing half done."""

    def quiet(self):
        return contextlib.redirect_stdout(io.StringIO())

    def test_failure_says_what_why_and_what_to_do(self):
        with self.quiet(), self.assertRaises(steps.StepFailed) as caught, steps.step("Making tea"):
            raise steps.StepError("no water", "Open the tap.")
        for text in ("Making tea", "no water", "Open the tap."):
            self.assertIn(text, str(caught.exception))
        with self.quiet(), self.assertRaises(steps.StepFailed) as caught, steps.step("Reading"):
            pathlib.Path("/nonexistent/file").read_text(encoding="utf-8")
        self.assertIn("/nonexistent/file", str(caught.exception))

    def test_failing_command_is_reported_with_its_output(self):
        with self.assertRaises(steps.StepError) as caught:
            steps.capture([sys.executable, "-c", "import sys; sys.exit('out of ink')"])
        self.assertIn("out of ink", caught.exception.reason)

    def test_fresh_folder_is_all_or_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            target = pathlib.Path(folder) / "thing"
            with self.assertRaises(ZeroDivisionError), steps.fresh_folder(target) as work:
                (work / "half").write_text("half")
                raise ZeroDivisionError
            self.assertEqual(list(pathlib.Path(folder).iterdir()), [])
            make_tree(folder, {".thing.abc.tmp/leftover": "from an interrupted run", "thing/old": "old"})
            with steps.fresh_folder(target) as work:
                (work / "new").write_text("new")
            self.assertEqual([p.name for p in target.iterdir()], ["new"])
            self.assertEqual([p.name for p in pathlib.Path(folder).iterdir()], ["thing"])

    def test_pinned_sources(self):
        for library in third_party.LIBRARIES:
            self.assertRegex(library.commit, r"^[0-9a-f]{40}$")
            self.assertTrue(library.repository.startswith("https://"))

    def test_too_old_emscripten_is_not_taken(self):
        with tempfile.TemporaryDirectory() as folder:
            stamps, path = paths.STAMPS, os.environ["PATH"]
            try:
                paths.STAMPS = pathlib.Path(folder) / "stamps"
                for version, taken in (("3.1.6", False), ("3.1.69", True), ("6.0.5", True), ("2.0", False)):
                    emcc = pathlib.Path(folder) / "emcc"
                    emcc.write_text(f"#!/bin/sh\necho 'emcc (Emscripten) {version} (abc)'\n")
                    emcc.chmod(0o755)
                    os.environ["PATH"] = f"{folder}{os.pathsep}{path}"
                    shutil.rmtree(paths.STAMPS, ignore_errors=True)
                    self.assertEqual(emscripten.on_path() is not None, taken, version)
            finally:
                paths.STAMPS, os.environ["PATH"] = stamps, path


@unittest.skipUnless(shutil.which("git"), "git is not installed")
class SourcesFromGitTest(unittest.TestCase):
    """The way that machines without Debian's packages take, with a repository on this disk."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.repository = self.folder / "repository"
        make_tree(self.repository, {"src/proof.h": "// the pinned release\n"})
        self.git("init", "--quiet")
        self.git("add", ".")
        self.git("commit", "--quiet", "-m", "release")
        self.commit = self.git("rev-parse", "HEAD").strip()
        make_tree(self.repository, {"src/proof.h": "// later\n"})
        self.git("commit", "--quiet", "-am", "later")

    def git(self, *arguments):
        identity = ["-c", "user.name=test", "-c", "user.email=test@localhost"]
        return subprocess.run(["git", "-C", str(self.repository), *identity, *arguments], check=True,
                              capture_output=True, text=True).stdout

    def library(self, **changes):
        values = {"name": "thing", "source_package": "thing", "version": "1", "repository": str(self.repository),
                  "commit": self.commit, "proof": "src/proof.h"}
        return third_party.Library(**{**values, **changes})

    def test_the_pinned_commit_and_nothing_of_git(self):
        target = self.folder / "target"
        third_party._from_git(self.library(), target)
        self.assertEqual((target / "src/proof.h").read_text(), "// the pinned release\n")
        self.assertFalse((target / ".git").exists())

    def test_what_is_not_there_leaves_nothing_behind(self):
        for changes in ({"commit": "0" * 40}, {"repository": str(self.folder / "nowhere")}, {"proof": "src/other.h"}):
            target = self.folder / "target"
            with self.subTest(**changes), self.assertRaises(steps.StepError):
                third_party._from_git(self.library(**changes), target)
            self.assertFalse(target.exists())


class EmbedWordsTest(unittest.TestCase):
    """What the library's modules lose when they are put into the program."""

    def test_comments_and_docstrings_go_and_lines_stay(self):
        before = ('"""Words.\n\nMore."""\nimport x  # why\n\n\ndef f(a):\n    """é"""\n    return "# no comment" + a\n\n\n'
                  'class C:\n    """Only words."""\n')
        after = embed_text.without_words(before)
        self.assertEqual(after, '\n\n\nimport x\n\n\ndef f(a):\n\n    return "# no comment" + a\n\n\nclass C:\n    pass\n')


class EmbedTest(unittest.TestCase):
    """The generator of the sources that hold the library's Python part and the shaders."""

    def test_generated_source(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            make_tree(root, {"queue.py": "a = \"\\n\"\n", "concurrent/__init__.py": "", "concurrent/futures.py": "x\n" * 9000})
            text = embed_text.generate("library", root, list(root.rglob("*.py")))
            for name in ("\"queue\"", "\"concurrent\"", "\"concurrent.futures\""):
                self.assertIn(name, text)
            numbers = text[text.index("kPacked[] = {") + 13:text.index("};")]
            data = bytes(int(n) for n in numbers.split(",") if n.strip())
            settings = {"id": lzma.FILTER_LZMA1, "dict_size": 1 << 21, "lc": 3, "lp": 0, "pb": 0}
            plain = lzma.decompress(data, format=lzma.FORMAT_RAW, filters=[settings])
            self.assertEqual(plain, b"\0" + b"x\n" * 9000 + b"\0" + b'a = "\\n"\n\0')
            shaders = embed_text.generate("shaders", root, [root / "queue.py"])
            self.assertIn("R\"il_text(a = \"\\n\"\n)il_text\"", shaders)

    def test_narrow_indentation(self):
        before = 'def f(a,\n      b):\n    if a:\n        return """x\n    y"""\n    return [a,\n            b]\n'
        after = embed_text.narrowed(before)
        self.assertEqual(after, 'def f(a,\nb):\n if a:\n  return """x\n    y"""\n return [a,\nb]\n')


class LanguageTablesTest(unittest.TestCase):
    """The check of docs/language.md finds rows without scripts, scripts without rows, and forgotten modules."""

    TEXT = ("## Differs\n\n| a | b | c |\n|---|---|---|\n| x | y | `d/there.py` |\n| z | y | `d/gone.py` |\n\n"
            "## Not supported\n\n| a | b | c |\n|---|---|---|\n| q | `no q` | `d/there.py` |\n\n"
            "## The library, module by module\n\n| m | w |\n|---|---|\n| `one`, `two.sub` | all |\n\n"
            "## Modules that are not here\n\n| m | r |\n|---|---|\n| `two` | no room |\n")

    def test_problems(self):
        found = language.tables(self.TEXT)
        with tempfile.TemporaryDirectory() as folder:
            make_tree(folder, {"d/there.py": "# not-cpython\n# expect: 1\n", "d/other.py": "# not-cpython\n"})
            problems = "\n".join(language.check_scripts(found, pathlib.Path(folder)))
        for part in ("no script d/gone.py", "no script expects no q", "no row names the script d/other.py"):
            self.assertIn(part, problems)
        there, absent = language.module_lists(found)
        self.assertEqual((there, absent), (["one", "two.sub"], {"two": "no room"}))
        self.assertEqual(language.check_names(there, absent, ["one", "three", "_private"]),
                         ["two is both there and not there", "three stands in no list of modules"])


class IncludeRulesTest(unittest.TestCase):
    """The checker finds what is against the rules and nothing else."""

    def problems(self, files):
        with tempfile.TemporaryDirectory() as folder:
            everything = {"src/base/ids.h": "", "src/lang/code.h": "", "src/lang/parser.h": "", "src/vm/vm.h": "",
                          "src/exec/executor.h": "", "src/timeline/model.h": "", "src/ui/panel.h": ""}
            make_tree(folder, {**everything, **files})
            return [str(p) for p in check_includes.check(pathlib.Path(folder) / "src")[1]]

    def test_allowed(self):
        self.assertEqual(self.problems({
            "src/vm/a.cpp": "#include <vector>\n#include \"base/ids.h\"\n#include \"lang/code.h\"\n#include \"vm/vm.h\"\n",
            "src/exec/a.cpp": "#include \"vm/vm.h\"\n", "src/session/a.cpp": "#include \"lang/parser.h\"\n",
            "src/app/web_main.cpp": "#include <SDL.h>\n#include <emscripten.h>\n#include <imgui.h>\n#include \"ui/panel.h\"\n",
            "src/ui/a.cpp": "#include <imgui.h>\n#include \"timeline/model.h\"\n"}), [])

    def test_forbidden(self):
        for file, include in (("base/a.h", "\"lang/code.h\""), ("lang/a.h", "\"vm/vm.h\""), ("vm/a.h", "\"exec/executor.h\""),
                              ("vm/a.h", "\"lang/parser.h\""), ("timeline/a.h", "\"vm/vm.h\""), ("ui/a.h", "\"vm/vm.h\""),
                              ("exec/a.h", "\"timeline/model.h\""), ("session/a.h", "\"ui/panel.h\""),
                              ("gfx/a.h", "<imgui.h>"), ("timeline/a.h", "<imgui.h>"), ("ui/a.h", "<SDL.h>"),
                              ("exec/a.h", "<emscripten/threading.h>"), ("vm/a.h", "<emscripten.h>"),
                              ("vm/a.h", "\"vm/missing.h\""), ("vm/a.h", "\"vm.h\""), ("strange/a.h", "<vector>")):
            found = self.problems({f"src/{file}": f"// x\n  #  include {include}\n"})
            self.assertEqual(len(found), 1, (file, include, found))
            self.assertIn(f"src/{file}:", found[0])


class StyleTest(unittest.TestCase):
    """The style checker reads braces rightly."""

    SOURCE = """
namespace a { namespace {
struct Point { int x; int sum() const { return x; } };
enum class Kind : int { One, Two };
template <class T, typename U>
class Thing : public Base<T> {
 public:
  explicit Thing(int x) : x_{x}, y_(2) { go(); }
  bool operator==(const Thing&) const = default;
 private:
  std::array<int, 2> x_ = {1, 2};
};
class CAPABILITY("mutex") Mutex { void lock() { go(); } };
constexpr char kText[] = "{ ( \\" {";
const char* kRaw = R"x(int f() { { { )x";
const char kBrace = '{';
#define LOOP(x) \\
  for (;;) {
// void commented() {
int Thing::run(std::function<void()> f) REQUIRES(mutex_) {
  if (f) { f(); }
  auto g = [](int a) { return a; };
  return 1'000 + g(2);
}
auto table = [](int x) { return x; };
}}
extern "C" { int exported() { return 1; } }
"""

    def test_functions(self):
        found = {name: lines for name, _, lines in check_style.functions(self.SOURCE)}
        self.assertEqual(found["Thing::run"], 5)
        self.assertEqual(found["sum"], 1)
        self.assertEqual(found["lock"], 1)
        self.assertEqual(found["exported"], 1)
        self.assertNotIn("LOOP", found)
        self.assertNotIn("commented", found)

    def test_too_long_function(self):
        with tempfile.TemporaryDirectory() as folder:
            body = "  x();\n" * 68
            make_tree(folder, {"src/vm/a.cpp": f"void fits() {{\n{body[:-7]}}}\nvoid long_one() {{\n{body}}}\n"})
            result = check_style.Checked()
            check_style.check_cpp(pathlib.Path(folder), result)
            self.assertEqual(len(result.problems), 1)
            self.assertIn("long_one has 70 lines", result.problems[0])

    def test_thread_local(self):
        with tempfile.TemporaryDirectory() as folder:
            make_tree(folder, {"src/vm/a.cpp": "// thread_local\nthread_local int a;\n",
                               "src/exec/threaded_executor.cpp": "thread_local int a;\n"})
            result = check_style.Checked()
            check_style.check_cpp(pathlib.Path(folder), result)
            self.assertEqual(len(result.problems), 1)
            self.assertIn("src/vm/a.cpp:2: thread_local", result.problems[0])

    def test_header_comment(self):
        good = "// What it is.\n//\n// Not something else. Any thread may call it.\n#pragma once\n"
        self.assertEqual(check_style.header_problems(good), [])
        for bad in ("#pragma once\n", "// Short. Not much. Any thread.\n#pragma once\n", good.replace("Not ", ""),
                    good.replace("thread", "x"), good.replace("#pragma once", "")):
            self.assertNotEqual(check_style.header_problems(bad), [], bad)

    def test_lock_file_addresses(self):
        with tempfile.TemporaryDirectory() as folder:
            make_tree(folder, {"web/package-lock.json": '{"packages": {"a": {"resolved": "https://host/a.tgz"}, "b": {}}}'})
            result = check_style.Checked()
            check_style.check_lock_file(pathlib.Path(folder), result)
            self.assertEqual(len(result.problems), 1)


class ScriptRunnerTest(unittest.TestCase):
    """Expectations are read and judged strictly."""

    def script(self, text):
        with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            return scripts.parse(pathlib.Path(file.name))

    def wrong(self, text, stdout="", stderr="", code=0):
        return scripts.judge(self.script(text), Finished(code, stdout, stderr))

    def test_exact_lines(self):
        text = "print(1)\n# expect: 1\n# expect:\n#expect:  two\n"
        self.assertEqual(self.wrong(text, "1\n\n two\n"), [])
        for stdout in ("1\n\n", "1\n\n two\nmore\n", "\n1\n two\n", ""):
            self.assertNotEqual(self.wrong(text, stdout), [], stdout)

    def test_any_order_and_contains(self):
        text = "# expect: first\n# expect-any-order: a\n# expect-any-order: b\n# expect: last\n"
        self.assertEqual(self.wrong(text, "first\nb\na\nlast\n"), [])
        self.assertEqual(self.wrong(text, "b\nfirst\nlast\na\n"), [])
        self.assertNotEqual(self.wrong(text, "first\nb\nb\nlast\n"), [])
        self.assertNotEqual(self.wrong(text, "last\na\nb\nfirst\n"), [])
        text = "# expect: one\n# expect: two\n# expect-contains: middle\n"
        self.assertEqual(self.wrong(text, "x\none\nmiddle 3\ntwo\n"), [])
        self.assertNotEqual(self.wrong(text, "two\nmiddle\none\n"), [])
        self.assertNotEqual(self.wrong(text, "one\ntwo\n"), [])

    def test_exit_stderr_and_time(self):
        text = "# expect-exit: 1\n# expect-stderr: ^ValueError: \\d+$\n"
        self.assertEqual(self.wrong(text, "anything", "Traceback\nValueError: 12\n", 1), [])
        self.assertNotEqual(self.wrong(text, "", "ValueError: x\n", 1), [])
        self.assertNotEqual(self.wrong(text, "", "ValueError: 12\n", 0), [])
        self.assertNotEqual(self.wrong("# expect-exit: 0\n", "", "something\n", 0), [])
        self.assertNotEqual(self.wrong("# expect: a\n", "a\n", "", None), [])
        self.assertNotEqual(self.wrong("# expect: a\n", "a\n", "", -11), [])

    def test_settings(self):
        self.assertEqual(self.script("# expect: 1\n").settings, ("3.10", "off"))
        self.assertEqual(self.script("# expect: 1\n# gil: 3.9\n").settings, ("3.9",))
        script = self.script("# expect: 1\n# run: --gil off --stats\n# stdin: a\n# stdin: b\n# timeout: 3\n# not-cpython\n")
        self.assertEqual((script.settings, script.arguments), ((None,), ["--gil", "off", "--stats"]))
        self.assertEqual((script.stdin, script.timeout, script.cpython), ("a\nb\n", 3.0, False))

    def test_senseless_scripts_are_refused(self):
        for text in ("print(1)\n", "# gil: off\n", "# expect: 1\n# gil: 3.8\n", "# expect-exit: x\n",
                     "# expect-stderr: (\n", "# expect-nothing: 1\n"):
            with self.assertRaises(scripts.BadScript, msg=text):
                self.script(text)

    def test_corpus_with_a_program(self):
        """The whole way with a stand-in for the binary that runs CPython."""
        with tempfile.TemporaryDirectory() as folder:
            binary = pathlib.Path(folder) / "interleave"
            binary.write_text(f"#!/bin/sh\nfor last; do :; done\nexec {sys.executable} \"$last\"\n")
            binary.chmod(0o755)
            corpus, root = scripts.CORPUS, paths.ROOT
            make_tree(folder, {"scripts/good.py": "print('yes')  # no\n# expect: yes\n",
                               "scripts/bad.py": "print('yes')\n# expect: no\n# gil: off\n",
                               "scripts/slow.py": "import time; time.sleep(60)\n# expect-exit: 0\n# timeout: 0.5\n# gil: off\n",
                               "scripts/none.py": "print('yes')\n"})
            try:
                scripts.CORPUS = pathlib.Path(folder) / "scripts"
                paths.ROOT = pathlib.Path(folder)
                result = scripts.run_corpus("native", binary, [])
            finally:
                scripts.CORPUS, paths.ROOT = corpus, root
            self.assertEqual(result.passed, 2)
            self.assertEqual(len(result.failures), 3)
            text = "\n".join(result.failures)
            for expected in ("bad.py --gil off", "+yes", "-no", "did not end in time", "none.py"):
                self.assertIn(expected, text)

    def test_counting(self):
        self.assertEqual(counted("x\n3 passed, 0 failed\n", 0, "n").passed, 3)
        self.assertEqual(counted("# tests 4\n# pass 4\n# fail 0\n", 0, "n").passed, 4)
        self.assertEqual(counted("ℹ pass 4\nℹ fail 0\n", 0, "n").passed, 4)
        for text, code in (("3 passed, 2 failed\n", 1), ("3 passed, 0 failed\n", 1), ("0 passed, 0 failed\n", 0),
                           ("nothing\n", 0), ("3 passed, 0 failed\n", None)):
            self.assertTrue(counted(text, code, "n").failures, text)
        self.assertEqual(counted("3 passed, 2 failed\n", 1, "n").failed, 2)


if __name__ == "__main__":
    unittest.main()
