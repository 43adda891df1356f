# not-cpython
import concurrent.futures
import multiprocessing

for make in (lambda: concurrent.futures.ProcessPoolExecutor(), lambda: multiprocessing.Process(target=print)):
    try:
        make()
    except NotImplementedError as e:
        print(e)

# expect: ProcessPoolExecutor is not supported: there are no processes here, only threads
# expect: multiprocessing.Process is not supported: there are no processes here, only threads
