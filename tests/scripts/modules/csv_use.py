import csv
with open("t.csv", "w", newline="") as f:
    w = csv.writer(f)
    w.writerow(["name", "n", "note"])
    w.writerows([["Ann", 1, "x, y"], ["Bob", 2.5, 'say "hi"'], ["C", None, "two\nlines"]])
print(repr(open("t.csv", newline="").read()))
with open("t.csv", newline="") as f:
    for row in csv.reader(f):
        print(row)
with open("t.csv", newline="") as f:
    for row in csv.DictReader(f):
        print(row)
print(list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")), list(csv.reader(["a, b", "", "1,2"])), list(csv.reader(["a, b"], skipinitialspace=True)))
with open("u.csv", "w", newline="") as f:
    w = csv.DictWriter(f, fieldnames=["a", "b"])
    w.writeheader()
    w.writerow({"a": 1, "b": 2})
    try:
        w.writerow({"a": 1, "z": 2})
    except ValueError as e:
        print(e)
    csv.writer(f, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow([1, "x"])
print(repr(open("u.csv", newline="").read()))

# expect: 'name,n,note\r\nAnn,1,"x, y"\r\nBob,2.5,"say ""hi"""\r\nC,,"two\nlines"\r\n'
# expect: ['name', 'n', 'note']
# expect: ['Ann', '1', 'x, y']
# expect: ['Bob', '2.5', 'say "hi"']
# expect: ['C', '', 'two\nlines']
# expect: {'name': 'Ann', 'n': '1', 'note': 'x, y'}
# expect: {'name': 'Bob', 'n': '2.5', 'note': 'say "hi"'}
# expect: {'name': 'C', 'n': '', 'note': 'two\nlines'}
# expect: [['a', 'b', 'c;d']] [['a', ' b'], [], ['1', '2']] [['a', 'b']]
# expect: dict contains fields not in fieldnames: 'z'
# expect: 'a,b\r\n1,2\r\n"1","x"\n'
