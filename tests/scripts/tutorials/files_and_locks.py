import threading, tempfile, os, json, csv, io
lock = threading.Lock()
with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, 'out.txt')
    def w(i):
        with lock, open(path, 'a') as f: f.write(f'line {i}\n')
    ts = [threading.Thread(target=w, args=(i,)) for i in range(5)]
    for t in ts: t.start()
    for t in ts: t.join()
    with open(path) as f: print(sorted(f.read().split('\n')))
    with open(os.path.join(d, 'j.json'), 'w') as f: json.dump({'a': [1, None]}, f, indent=2)
    print(open(os.path.join(d, 'j.json')).read()); print(sorted(os.listdir(d)))
print(os.path.exists(path))
try: open('/nope/x')
except FileNotFoundError as e: print(e, e.errno)
print(json.dumps({'t': threading.current_thread().name, 'x': 1.5, 'n': None}, sort_keys=True))
try: json.dumps(lock)
except TypeError as e: print(e)
b = io.StringIO(); wtr = csv.writer(b); wtr.writerow(['a', 'b,c', 1]); print(repr(b.getvalue()))

# expect: ['', 'line 0', 'line 1', 'line 2', 'line 3', 'line 4']
# expect: {
# expect:   "a": [
# expect:     1,
# expect:     null
# expect:   ]
# expect: }
# expect: ['j.json', 'out.txt']
# expect: False
# expect: [Errno 2] No such file or directory: '/nope/x' 2
# expect: {"n": null, "t": "MainThread", "x": 1.5}
# expect: Object of type lock is not JSON serializable
# expect: 'a,"b,c",1\r\n'
