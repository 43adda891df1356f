import threading, collections, functools, operator, itertools, string
docs = {'d1': 'To be, or not to be: that is the question.', 'd2': "Whether 'tis nobler in the mind to suffer"}
parts, lock = [], threading.Lock()
def mapper(name, text):
    words = text.lower().translate(str.maketrans('', '', string.punctuation)).split()
    with lock: parts.append(collections.Counter(words))
ts = [threading.Thread(target=mapper, args=kv) for kv in docs.items()]
for t in ts: t.start()
for t in ts: t.join()
total = functools.reduce(operator.add, parts, collections.Counter())
print(sorted(total.most_common(3)), total['to'], sum(total.values()))
groups = itertools.groupby(sorted(total, key=lambda w: (len(w), w)), key=len)
for n, ws in groups: print(n, list(ws))
index = collections.defaultdict(set)
for d, t in docs.items():
    for w in t.split(): index[w.strip(string.punctuation).lower()].add(d)
print({k: sorted(v) for k, v in sorted(index.items()) if len(v) > 1})
print(collections.OrderedDict(sorted(total.items())[:2]), collections.ChainMap({'a': 1}, {'b': 2})['b'])
print(f"{'word':<12}|{'n':>4}", '-' * 17, *(f'{w:<12}|{n:>4d}' for w, n in sorted(total.items())[:3]), sep='\n')

# expect: [('be', 2), ('the', 2), ('to', 3)] 3 18
# expect: 2 ['be', 'in', 'is', 'or', 'to']
# expect: 3 ['not', 'the', 'tis']
# expect: 4 ['mind', 'that']
# expect: 6 ['nobler', 'suffer']
# expect: 7 ['whether']
# expect: 8 ['question']
# expect: {'the': ['d1', 'd2'], 'to': ['d1', 'd2']}
# expect: OrderedDict([('be', 2), ('in', 1)]) 2
# expect: word        |   n
# expect: -----------------
# expect: be          |   2
# expect: in          |   1
# expect: is          |   1
