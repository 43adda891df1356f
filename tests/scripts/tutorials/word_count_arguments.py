"""Word counting with threads.

Usage: wc.py [--threads N]
"""
import argparse, sys, threading
from collections import Counter, defaultdict
TEXT = """the quick brown fox jumps over the lazy dog
the dog barks and the fox runs away
a quick brown dog"""
def parse_args(argv=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, prog='wc.py')
    parser.add_argument('-t', '--threads', type=int, default=2, help='number of threads (default: %(default)s)')
    parser.add_argument('--top', type=int, default=3, metavar='K')
    parser.add_argument('-v', '--verbose', action='store_true')
    parser.add_argument('words', nargs='*', default=['x'])
    return parser.parse_args(argv)
def main():
    args = parse_args()
    print(args)
    total = Counter(); lock = threading.Lock()
    def count(lines):
        c = Counter(w for line in lines for w in line.split())
        with lock: total.update(c)
    lines = TEXT.splitlines()
    ts = [threading.Thread(target=count, args=(lines[i::args.threads],)) for i in range(args.threads)]
    for t in ts: t.start()
    for t in ts: t.join()
    for w, n in sorted(total.items(), key=lambda kv: (-kv[1], kv[0]))[:args.top]:
        print(f'{w:<10}{n:>5}')
    print(total.most_common(1), sum(total.values()), total['nope'])
    print(parse_args(['-t', '4', '--verbose', 'a', 'b']))
    try: parse_args(['-t', 'four'])
    except SystemExit as e: print('exit', e.code)
    return 0
if __name__ == '__main__':
    sys.exit(main())

# expect: Namespace(threads=2, top=3, verbose=False, words=['x'])
# expect: the           4
# expect: dog           3
# expect: brown         2
# expect: [('the', 4)] 21 0
# expect: Namespace(threads=4, top=3, verbose=True, words=['a', 'b'])
# expect: exit 2
# expect-stderr: wc\.py: error: argument -t/--threads: invalid int value: 'four'
