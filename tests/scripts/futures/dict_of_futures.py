"""Futures as keys, exceptions by future, as tutorials have it."""
import concurrent.futures

PAGES = {"a": "<a>", "b": None, "c": "<cc>"}


def load(name, timeout):
    page = PAGES[name]
    if page is None:
        raise ConnectionError(f"{name} is not there")
    return page


lines = []
with concurrent.futures.ThreadPoolExecutor(max_workers=5) as executor:
    future_to_name = {executor.submit(load, name, 60): name for name in PAGES}
    for future in concurrent.futures.as_completed(future_to_name):
        name = future_to_name[future]
        try:
            data = future.result()
        except Exception as exc:
            lines.append("%r generated an exception: %s" % (name, exc))
        else:
            lines.append("%r page is %d bytes" % (name, len(data)))
print("\n".join(sorted(lines)))

# expect: 'a' page is 3 bytes
# expect: 'b' generated an exception: b is not there
# expect: 'c' page is 4 bytes
