"""What ThreadPoolExecutor refuses."""
from concurrent.futures import ThreadPoolExecutor

for make in (lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(-1),
             lambda: ThreadPoolExecutor(initializer=3), lambda: ThreadPoolExecutor(2, unknown=1)):
    try:
        make()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# expect: ValueError max_workers must be greater than 0
# expect: ValueError max_workers must be greater than 0
# expect: TypeError initializer must be a callable
# expect: TypeError ThreadPoolExecutor.__init__() got an unexpected keyword argument 'unknown'
