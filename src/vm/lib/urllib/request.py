"""Asking for an address: of files of the run and, in a page, of the page's own site."""

import _il
import io
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        if not urlsplit(url).scheme:
            raise ValueError(f"unknown url type: {url!r}")
        self.full_url, self.data, self.method = url, data, method
        self.type, self.host = urlsplit(url)[:2]
        self.headers = {key.capitalize(): value for key, value in headers.items()}

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def get_header(self, name, default=None):
        return self.headers.get(name, default)

    def has_header(self, name):
        return name in self.headers

    def get_full_url(self):
        return self.full_url

    def get_method(self):
        return self.method or ("GET" if self.data is None else "POST")


class _Answer(io.BytesIO):
    def __init__(self, data, url, status=None, reason=None, headers=""):
        super().__init__(data)
        self.url, self.status, self.code, self.reason = url, status, status, reason
        self.headers = {"Content-length": str(len(data))}
        for line in headers.splitlines():
            name, _, value = line.partition(":")
            self.headers[name.strip().capitalize()] = value.strip()

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getcode(self):
        return self.code


def urlopen(url, data=None, timeout=None, **options):
    request = url if isinstance(url, Request) else Request(url, data)
    if request.type == "file":
        try:
            with open(unquote(urlsplit(request.full_url).path), "rb") as file:
                return _Answer(file.read(), request.full_url)
        except OSError as problem:
            raise URLError(problem) from None
    if request.type not in ("http", "https"):
        raise URLError(f"unknown url type: {request.type}")
    status, reason, headers, body = _il.fetch(request.get_method(), request.full_url, bytes(request.data or b""))
    if status == 0:
        raise URLError(reason or "there is no network here")
    answer = _Answer(body, request.full_url, status, reason, headers)
    if status >= 400:
        raise HTTPError(request.full_url, status, reason, answer.headers, answer)
    return answer


def pathname2url(pathname):
    return quote(pathname)


url2pathname = unquote


def urlretrieve(url, filename=None, reporthook=None, data=None):
    answer = urlopen(url, data)
    filename = filename or "/tmp/retrieved"
    with open(filename, "wb") as file:
        file.write(answer.read())
    return filename, answer.info()
