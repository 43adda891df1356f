from urllib.parse import (parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urlencode, urljoin, urlparse, urlsplit,
                          urlunparse)

u = urlparse("https://user:pw@example.com:8080/a/b;p?x=1&y=2#frag")
print(u)
print(u.hostname, u.port, u.username, u.password, u.geturl(), u._replace(path="/z").geturl())
print(urlsplit("//host/path"), urlparse("mailto:a@b.c").path, urlparse("no scheme").path)
print(quote("a b/ü?&"), quote_plus("a b&c"), unquote("a%20b%C3%BC%"), unquote_plus("a+b"), quote("/x", safe=""))
print(urlencode({"q": "a b", "n": 1}), urlencode([("k", [1, 2])], doseq=True), urlencode({"e": "é"}))
print(parse_qs("a=1&a=2&b=&c=%20x"), parse_qsl("a=1&b=", keep_blank_values=True))
for url in ("c", "../c", "/c", "//h/c", "?q", "#f", "http://o/", "./", "g/./h", "../../g"):
    print(url, urljoin("http://a/b/c/d?q", url))
print(urlunparse(("http", "h", "/p", "", "q=1", "f")))

# expect: ParseResult(scheme='https', netloc='user:pw@example.com:8080', path='/a/b', params='p', query='x=1&y=2', fragment='frag')
# expect: example.com 8080 user pw https://user:pw@example.com:8080/a/b;p?x=1&y=2#frag https://user:pw@example.com:8080/z;p?x=1&y=2#frag
# expect: SplitResult(scheme='', netloc='host', path='/path', query='', fragment='') a@b.c no scheme
# expect: a%20b/%C3%BC%3F%26 a+b%26c a bü% a b %2Fx
# expect: q=a+b&n=1 k=1&k=2 e=%C3%A9
# expect: {'a': ['1', '2'], 'c': [' x']} [('a', '1'), ('b', '')]
# expect: c http://a/b/c/c
# expect: ../c http://a/b/c
# expect: /c http://a/c
# expect: //h/c http://h/c
# expect: ?q http://a/b/c/d?q
# expect: #f http://a/b/c/d?q#f
# expect: http://o/ http://o/
# expect: ./ http://a/b/c/
# expect: g/./h http://a/b/c/g/h
# expect: ../../g http://a/g
# expect: http://h/p?q=1#f
