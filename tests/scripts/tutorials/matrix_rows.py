import threading, random
random.seed(1)
N = 4
A = [[random.randint(0, 9) for _ in range(N)] for _ in range(N)]
B = [[random.randrange(10) for j in range(N)] for i in range(N)]
C = [[0] * N for _ in range(N)]
def row(i):
    for j in range(N): C[i][j] = sum(A[i][k] * B[k][j] for k in range(N))
ts = []
for i in range(N):
    t = threading.Thread(target=row, args=(i,)); ts.append(t); t.start()
for t in ts: t.join()
for r in C: print(' '.join('{:4d}'.format(x) for x in r))
print(random.random(), random.uniform(1, 5), random.choice('abc'), random.sample(range(100), 5), random.gauss(0, 1))
print([list(c) for c in zip(*C)][0])

# expect:  105   35   85    6
# expect:  105   35  137    3
# expect:   69   66   89   18
# expect:  108   33  132    0
# expect: 0.5276294143623982 4.054803980525958 b [70, 29, 44, 86, 28] 0.16952433315862622
# expect: [105, 105, 69, 108]
