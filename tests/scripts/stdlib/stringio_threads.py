"""Writes of several threads to one StringIO are whole."""
import io
import threading

out = io.StringIO()


def write(letter):
    for _ in range(200):
        out.write(letter * 5)


threads = [threading.Thread(target=write, args=(c,)) for c in "abc"]
for t in threads:
    t.start()
for t in threads:
    t.join()
text = out.getvalue()
print(len(text), sorted({text[i:i + 5] for i in range(0, len(text), 5)}))

# expect: 3000 ['aaaaa', 'bbbbb', 'ccccc']
