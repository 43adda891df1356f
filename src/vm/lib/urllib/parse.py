"""Addresses taken apart and put together."""

from collections import namedtuple

_SAFE = set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
uses_netloc = ["", "ftp", "http", "https", "file", "ws", "wss", "sftp"]


class _Place:
    def _userinfo(self):
        user, at, host = self.netloc.rpartition("@")
        name, colon, password = user.partition(":")
        return (name if at else None), (password if colon else None), host

    username = property(lambda self: self._userinfo()[0])
    password = property(lambda self: self._userinfo()[1])

    def _host(self):
        host = self._userinfo()[2]
        if host[:1] == "[":
            host, _, port = host[1:].partition("]")
            return host, port[1:]
        host, _, port = host.partition(":")
        return host, port

    @property
    def hostname(self):
        return self._host()[0].lower() or None

    @property
    def port(self):
        port = self._host()[1]
        if not port:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


class SplitResult(_Place, namedtuple("SplitResult", "scheme netloc path query fragment")):
    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Place, namedtuple("ParseResult", "scheme netloc path params query fragment")):
    def geturl(self):
        return urlunparse(self)


def urlsplit(url, scheme="", allow_fragments=True):
    url = url.lstrip("".join(map(chr, range(33)))).replace("\t", "").replace("\n", "").replace("\r", "")
    netloc = query = fragment = ""
    head, colon, rest = url.partition(":")
    if colon and head[:1].isalpha() and head.isascii() and all(c.isalnum() or c in "+-." for c in head):
        scheme, url = head.lower(), rest
    if url[:2] == "//":
        end = min([i for i in (url.find(c, 2) for c in "/?#") if i >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, url, query, fragment = urlsplit(url, scheme, allow_fragments)
    at = url.find(";", url.rfind("/") + 1)
    params = url[at + 1:] if at >= 0 else ""
    return ParseResult(scheme, netloc, url[:at] if at >= 0 else url, params, query, fragment)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc or scheme in uses_netloc and scheme and url[:2] != "//" and scheme == "file":
        url = "//" + netloc + ("/" if url and url[:1] != "/" else "") + url
    return (scheme + ":" if scheme else "") + url + ("?" + query if query else "") + ("#" + fragment if fragment else "")


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    return urlunsplit((scheme, netloc, url + (";" + params if params else ""), query, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    b, u = urlparse(base), urlparse(url, urlparse(base).scheme)
    if u.scheme != b.scheme:
        return url
    if u.netloc:
        return urlunparse(u)
    if not u.path and not u.params:
        return urlunparse((b.scheme, b.netloc, b.path, b.params, u.query or b.query, u.fragment))
    parts = u.path.split("/") if u.path[:1] == "/" else b.path.split("/")[:-1] + u.path.split("/")
    parts[1:-1] = [p for p in parts[1:-1] if p]
    out = []
    for part in parts:
        if part == "..":
            if len(out) > 1 or out and out[0]:
                out.pop()
        elif part != ".":
            out.append(part)
    if parts[-1] in (".", ".."):
        out.append("")
    path = "/".join(out) or "/"
    if b.netloc and path[:1] != "/":
        path = "/" + path
    return urlunparse((u.scheme, b.netloc, path, u.params, u.query, u.fragment))


def urldefrag(url):
    p = urlparse(url)
    return namedtuple("DefragResult", "url fragment")(urlunparse(p[:5] + ("",)), p.fragment)


def quote_from_bytes(bs, safe="/"):
    keep = _SAFE | set(safe.encode("ascii", "ignore") if isinstance(safe, str) else safe)
    return "".join(chr(b) if b in keep else f"%{b:02X}" for b in bs)


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif not isinstance(string, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    return quote(string, safe + " ", encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    first, *rest = (string.encode() if isinstance(string, str) else string).split(b"%")
    out = [first]
    for part in rest:
        try:
            out.append(bytes.fromhex(part[:2].decode()) + part[2:] if len(part) > 1 else b"%" + part)
        except ValueError:
            out.append(b"%" + part)
    return b"".join(out)


def unquote(string, encoding="utf-8", errors="replace"):
    return unquote_to_bytes(string).decode(encoding, errors)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    def text(v):
        return quote_via(v if isinstance(v, (bytes, str)) else str(v), safe)
    pairs = []
    for key, value in query.items() if hasattr(query, "items") else query:
        many = doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__iter__")
        pairs += [f"{text(key)}={text(v)}" for v in (value if many else [value])]
    return "&".join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    found = []
    for part in qs.split(separator) if qs else []:
        name, equals, value = part.partition("=")
        if strict_parsing and not equals:
            raise ValueError(f"bad query field: {part!r}")
        if value or keep_blank_values and part:
            found.append((unquote_plus(name), unquote_plus(value)))
    return found


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, **options):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, **options):
        found.setdefault(name, []).append(value)
    return found
