# not-cpython
import html

print(html.unescape("&eacute; &alefsym;"))

# expect: é &alefsym;
