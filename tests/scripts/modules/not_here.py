# A module that is not here says so in one line, and whether it is Python's.
# not-cpython
for name in ("plistlib", "xml.etree.ElementTree", "socket", "nothing_of_the_kind"):
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        print(error, "|", error.name)
# expect: No module named 'plistlib' here: this part of Python's library is not in Interleave | plistlib
# expect: No module named 'xml' here: this part of Python's library is not in Interleave | xml
# expect: No module named 'socket' here: a page has no sockets | socket
# expect: No module named 'nothing_of_the_kind' | nothing_of_the_kind
