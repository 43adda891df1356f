import argparse
p = argparse.ArgumentParser(prog="tool", description="Does things.")
p.add_argument("path", help="where")
p.add_argument("extra", nargs="*")
p.add_argument("-n", "--number", type=int, default=3, help="how many (default: %(default)s)")
p.add_argument("-v", "--verbose", action="store_true")
p.add_argument("--mode", choices=["a", "b"], default="a")
p.add_argument("--tag", action="append")
p.add_argument("-c", action="count", default=0)
print(p.parse_args(["x"]))
print(p.parse_args(["x", "y", "z", "-n", "5", "-v", "--mode=b", "--tag", "q", "--tag", "r", "-ccc"]))
print(p.parse_known_args(["x", "--what"]))
p.print_help()
print(p.parse_args(["-n7", "w"]).number, vars(p.parse_args(["k"]))["path"])
s = argparse.ArgumentParser(prog="s")
sub = s.add_subparsers(dest="cmd")
add = sub.add_parser("add")
add.add_argument("a", type=int)
print(s.parse_args(["add", "4"]))
for args in ():
    try:
        p.parse_args(args)
    except SystemExit as e:
        print("exit", e.code)

# expect: Namespace(path='x', extra=[], number=3, verbose=False, mode='a', tag=None, c=0)
# expect: Namespace(path='x', extra=['y', 'z'], number=5, verbose=True, mode='b', tag=['q', 'r'], c=3)
# expect: (Namespace(path='x', extra=[], number=3, verbose=False, mode='a', tag=None, c=0), ['--what'])
# expect: usage: tool [-h] [-n NUMBER] [-v] [--mode {a,b}] [--tag TAG] [-c]
# expect:             path [extra ...]
# expect:
# expect: Does things.
# expect:
# expect: positional arguments:
# expect:   path                  where
# expect:   extra
# expect:
# expect: options:
# expect:   -h, --help            show this help message and exit
# expect:   -n NUMBER, --number NUMBER
# expect:                         how many (default: 3)
# expect:   -v, --verbose
# expect:   --mode {a,b}
# expect:   --tag TAG
# expect:   -c
# expect: 7 k
# expect: Namespace(cmd='add', a=4)
