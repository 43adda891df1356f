import uuid, secrets, array, platform, getpass, numbers, signal
u = uuid.uuid4()
print(len(str(u)), u.version, u == uuid.UUID(str(u)), uuid.UUID(int=5), repr(uuid.UUID("12345678123456781234567812345678")), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"))
print(len(secrets.token_hex(8)), 0 <= secrets.randbelow(10) < 10, secrets.choice([7]), len(secrets.token_bytes(5)), secrets.compare_digest("a", "a"))
a = array.array("i", [1, 2, 3])
a.append(4)
print(a, a[1], len(a), a.tolist(), a[1:3], array.array("d", [1.5]), a.itemsize, sum(a), a.tobytes()[:4])
try:
    a.append("x")
except TypeError as e:
    print(e)
print(isinstance(3, numbers.Number), isinstance(2.5, numbers.Integral), isinstance(True, numbers.Real), isinstance("", numbers.Number), issubclass(int, numbers.Integral), signal.SIGINT == 2)

# expect: 36 4 True 00000000-0000-0000-0000-000000000005 UUID('12345678-1234-5678-1234-567812345678') 886313e1-3b8a-5372-9b90-0c9aee199e5d 6fa459ea-ee8a-3ca4-894e-db77e160355e
# expect: 16 True 7 5 True
# expect: array('i', [1, 2, 3, 4]) 2 4 [1, 2, 3, 4] array('i', [2, 3]) array('d', [1.5]) 4 10 b'\x01\x00\x00\x00'
# expect: 'str' object cannot be interpreted as an integer
# expect: True False True False True True
