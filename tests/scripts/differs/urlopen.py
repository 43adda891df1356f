# not-cpython
import urllib.request

try:
    urllib.request.urlopen("https://example.com/")
except OSError as e:
    print(e)

# expect: <urlopen error there is no network here>
# not-under: browser
