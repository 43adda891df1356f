"""Warnings, filters, recording."""
import sys
import warnings


def old():
    warnings.warn("old is old", DeprecationWarning, stacklevel=2)


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    old()
    warnings.warn("plain")
    print([(w.category.__name__, str(w.message), w.lineno) for w in seen])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", RuntimeWarning)
    except RuntimeWarning as error:
        print(repr(error))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("nothing")
print(warnings.formatwarning("text", UserWarning, "file.py", 7, "  the line"), end="")
warnings.showwarning = lambda message, category, *rest: print("shown", category.__name__, message)
for _ in range(3):
    warnings.warn("once per place")
try:
    warnings.warn("x", int)
except TypeError as error:
    print(error)

# expect: [('DeprecationWarning', 'old is old', 12), ('UserWarning', 'plain', 13)]
# expect: RuntimeWarning('now an error')
# expect: file.py:7: UserWarning: text
# expect:   the line
# expect: shown UserWarning once per place
# expect: category must be a Warning subclass, not 'type'
