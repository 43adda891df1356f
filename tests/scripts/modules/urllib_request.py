import urllib.error
import urllib.request

with open("/tmp/page.txt", "w") as f:
    f.write("hello")
with urllib.request.urlopen("file:///tmp/page.txt") as answer:
    print(answer.read(), answer.geturl())
r = urllib.request.Request("http://example.invalid/x", headers={"user-agent": "me"}, data=b"d")
print(r.get_method(), r.host, r.get_header("User-agent"), r.full_url)
for bad in ("nonsense", "foo://x"):
    try:
        urllib.request.urlopen(bad)
    except (ValueError, urllib.error.URLError) as e:
        print(type(e).__name__, e)

# expect: b'hello' file:///tmp/page.txt
# expect: POST example.invalid me http://example.invalid/x
# expect: ValueError unknown url type: 'nonsense'
# expect: URLError <urlopen error unknown url type: foo>
