"""Names of the package."""
import concurrent.futures as cf
from concurrent import futures
from concurrent.futures import thread, Executor

print(cf is futures)
print(issubclass(cf.ThreadPoolExecutor, Executor), thread.ThreadPoolExecutor is cf.ThreadPoolExecutor)
print(cf.FIRST_COMPLETED, cf.ALL_COMPLETED, cf.FIRST_EXCEPTION)
print(cf.CancelledError, cf.TimeoutError, cf.BrokenExecutor)
print(sorted(set(cf.__all__) - {"InvalidStateError"}))

# expect: True
# expect: True True
# expect: FIRST_COMPLETED ALL_COMPLETED FIRST_EXCEPTION
# expect: <class 'concurrent.futures._base.CancelledError'> <class 'TimeoutError'> <class 'concurrent.futures._base.BrokenExecutor'>
# expect: ['ALL_COMPLETED', 'BrokenExecutor', 'CancelledError', 'Executor', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'Future', 'ProcessPoolExecutor', 'ThreadPoolExecutor', 'TimeoutError', 'as_completed', 'wait']
