"""Lists and dicts: build, index, look up."""
def run():
    table = {}
    for i in range(150_000):
        table[i % 5000] = i
    rows = [i * 2 for i in range(150_000)]
    total = 0
    for row in rows:
        total += table[row % 5000]
