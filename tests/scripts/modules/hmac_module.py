import hashlib
import hmac

print(hmac.new(b"key", b"The quick brown fox", hashlib.sha256).hexdigest())
h = hmac.new(b"k" * 100, digestmod="md5")
h.update(b"part one, ")
copy = h.copy()
h.update(b"part two")
print(h.hexdigest(), copy.hexdigest(), h.name, h.digest_size, h.block_size)
print(hmac.digest(b"key", b"msg", "sha1").hex(), hmac.compare_digest("abc", "abc"), hmac.compare_digest(b"abc", b"abd"))
for bad in (lambda: hmac.new(b"key"), lambda: hmac.new("key", digestmod="md5")):
    try:
        bad()
    except TypeError as e:
        print(e)

# expect: 203d1e5cedd2d18f8c5a3beff0bd9c1ebcb97097dfcb288c46b00c9227fde2c0
# expect: a845751187a935768e3c20d37c9f6048 f41d215a0df0d01be9c94318316690b2 hmac-md5 16 64
# expect: 102900b72b7bf1031eec76b4804b66052376896b True False
# expect: Missing required parameter 'digestmod'.
# expect: key: expected bytes or bytearray, but got 'str'
