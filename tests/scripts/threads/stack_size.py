"""stack_size() and the native id."""
import threading

print(threading.stack_size())
for size in (-1, 100):
    try:
        threading.stack_size(size)
    except ValueError as error:
        print(error)
print(threading.stack_size(65536), threading.get_native_id() == threading.main_thread().native_id)

# expect: 0
# expect: size must be 0 or a positive value
# expect: size not valid: 100 bytes
# expect: 0 True
