"""Serves the built site to this machine's browsers: static files, cross-origin isolated, never from outside its folder.

Not a server for the public: it listens on the loopback address only.
"""

import email.utils
import gzip
import http.server
import pathlib
import sys
import threading
import urllib.parse

# Without these on every response (workers and errors too), a page gets no shared memory and so no threads.
ISOLATION_HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Document-Isolation-Policy": "isolate-and-require-corp",
}
# Named here, because a system's own table may lack some of them or call JavaScript something that browsers refuse.
MIME_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".py": "text/x-python; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
COMPRESSIBLE = {".css", ".html", ".ico", ".js", ".json", ".map", ".md", ".mjs", ".py", ".svg", ".txt", ".wasm",
                ".webmanifest", ".xml"}
COMPRESS_FROM_BYTES = 512
CACHED_BYTES = 64 << 20  # of compressed files in memory; beyond, the cache starts anew
IDLE_SECONDS = 60        # after which a silent connection is closed


class CompressedFiles:
    """Remembers the gzipped form of files. Any thread may use it."""

    def __init__(self):
        self._lock = threading.Lock()
        self._files = {}
        self._bytes = 0

    def get(self, path, status):
        """The gzipped content of a file whose stat is `status`."""
        key = (str(path), status.st_mtime_ns, status.st_size)
        with self._lock:
            if key in self._files:
                return self._files[key]
        content = gzip.compress(path.read_bytes(), 6, mtime=0)
        with self._lock:
            if self._bytes + len(content) > CACHED_BYTES:
                self._files.clear()
                self._bytes = 0
            if key not in self._files:
                self._files[key] = content
                self._bytes += len(content)
        return content


def file_for(root, target):
    """The file that a request's target names, or None. Nothing outside of `root` is ever named.

    Links and `..`, encoded or not, are followed first and judged by where they lead.
    """
    path = urllib.parse.unquote(urllib.parse.urlsplit("//host" + target if target.startswith("//") else target).path,
                                errors="replace")
    if not path.startswith("/") or "\0" in path or "\\" in path or ".." in path.split("/"):
        return None
    try:
        real = (root / path.lstrip("/")).resolve(strict=True)
        if real != root and root not in real.parents:
            return None
        if real.is_dir():
            # Relative links in the page would lead elsewhere without the slash.
            real = (real / "index.html").resolve(strict=True) if path.endswith("/") else None
        return real if real and real.is_file() and root in real.parents else None
    except (OSError, ValueError, RuntimeError):
        return None


def accepts_gzip(header):
    """True if an Accept-Encoding header allows gzip."""
    for part in (header or "").lower().split(","):
        name, _, parameters = part.strip().partition(";")
        if name.strip() == "gzip":
            return parameters.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


class SiteHandler(http.server.BaseHTTPRequestHandler):
    """Answers GET and HEAD with the site's files."""

    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.0"  # what a broken request is answered as; 0.9 would get no headers at all
    timeout = IDLE_SECONDS
    error_message_format = ("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>%(code)d %(message)s</title>"
                            "<p>%(code)d %(message)s</p></html>\n")

    def end_headers(self):
        for name, value in ISOLATION_HEADERS.items():
            self.send_header(name, value)
        if getattr(self, "path", "").split("?")[0] == "/embed.js":  # a module script of another site's page is fetched with CORS
            self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def do_GET(self):
        self._answer()

    def do_HEAD(self):
        self._answer()

    def _answer(self):
        path = file_for(self.server.root, self.path)
        try:
            status = path.stat() if path else None
        except OSError:
            status = None
        if status is None:
            self.send_error(404)
            return
        packed = (path.suffix in COMPRESSIBLE and status.st_size >= COMPRESS_FROM_BYTES
                  and accepts_gzip(self.headers.get("Accept-Encoding")))
        etag = f"\"{status.st_mtime_ns:x}-{status.st_size:x}{'-gz' if packed else ''}\""
        unchanged = self._is_known(etag, int(status.st_mtime))
        try:
            content = b"" if unchanged else (self.server.compressed.get(path, status) if packed else path.read_bytes())
        except OSError:
            self.send_error(404)
            return
        self.send_response(304 if unchanged else 200)
        self.send_header("ETag", etag)
        self.send_header("Last-Modified", email.utils.formatdate(int(status.st_mtime), usegmt=True))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Vary", "Accept-Encoding")
        if not unchanged:
            self.send_header("Content-Type", MIME_TYPES.get(path.suffix, "application/octet-stream"))
            self.send_header("Content-Length", str(len(content)))
            if packed:
                self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content)

    def _is_known(self, etag, modified):
        """True if the browser's copy is still good. The tag counts more than the date."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            return tags.strip() == "*" or etag in [tag.strip().removeprefix("W/") for tag in tags.split(",")]
        since = self.headers.get("If-Modified-Since")
        if since is None:
            return False
        try:
            return modified <= email.utils.parsedate_to_datetime(since).timestamp()
        except (TypeError, ValueError, OverflowError):
            return False

    def send_response(self, code, message=None):
        super().send_response(code, message)
        # A file that is missing now may be there a moment later.
        if code >= 400:
            self.send_header("Cache-Control", "no-cache")

    def version_string(self):
        return "Interleave"

    def log_error(self, format, *arguments):
        pass  # log_request has said it

    def log_request(self, code="-", size="-"):
        if isinstance(code, int) and code >= 400:
            self.log_message("%s %s", int(code), self.requestline)

    def log_message(self, format, *arguments):  # the base class calls it `format`
        text = (format % arguments).encode("ascii", "backslashreplace").decode()
        sys.stderr.write(f"{text}\n")


class SiteServer(http.server.ThreadingHTTPServer):
    """The server; `root` is the real path of the folder it serves."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, folder, port, host="127.0.0.1"):
        self.root = pathlib.Path(folder).resolve(strict=True)
        self.compressed = CompressedFiles()
        super().__init__((host, port), SiteHandler)

    @property
    def address(self):
        """The site's address, with the port that was really taken."""
        return f"http://{self.server_address[0]}:{self.server_address[1]}/"

    def handle_error(self, request, client_address):
        # A browser that goes away in the middle of an answer is no news.
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)
