import warnings, threading
def f():
    warnings.warn('careful')
    warnings.warn('old thing', DeprecationWarning)
t = threading.Thread(target=f); t.start(); t.join()
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); f(); print(len(w), [x.category.__name__ for x in w], w[0].message)

# expect: 2 ['UserWarning', 'DeprecationWarning'] careful
# expect-stderr:   warnings\.warn\('old thing', DeprecationWarning\)
