# hashlib: digests of short and long data, copies, errors.
import hashlib

for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'):
    make = getattr(hashlib, name)
    h = make()
    for size in (0, 1, 55, 56, 63, 64, 65, 119, 2047, 2048, 100000):
        h.update(bytes(i % 251 for i in range(size)))
    print(name, h.hexdigest(), h.digest_size, h.block_size, h.name)
    print(make(b'abc').hexdigest() == hashlib.new(name, b'abc').hexdigest() == hashlib.new(name.upper(), b'abc').hexdigest(),
          make(b'x' * 5000).hexdigest())
h = hashlib.sha256(b'ab')
c = h.copy()
h.update(b'c')
c.update(b'd')
print(h.hexdigest(), c.hexdigest(), h.digest()[:4], h.hexdigest() == hashlib.sha256(b'abc').hexdigest())
print(hashlib.sha256(string=b'abc').hexdigest()[:8], hashlib.md5(bytearray(b'abc'), usedforsecurity=False).hexdigest())
print(hashlib.sha256(bytearray(b'y') * 3000).hexdigest())
print('sha256' in hashlib.algorithms_guaranteed, 'sha512' in hashlib.algorithms_available)
for f in (lambda: hashlib.sha256('text'), lambda: hashlib.sha256(5), lambda: hashlib.new('nonsense'), lambda: h.update('x')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, *e.args)

# expect: md5 f424205bf0a5ce0294af58967e887638 16 64 md5
# expect: True a6bb7bde3251ca2d810d32dadd9e8ae7
# expect: sha1 336805035dd6a72eaca2d21f548e34a0853b3a71 20 64 sha1
# expect: True c068a1f54d77965b428a7969125313ce29abb93b
# expect: sha224 247bb1cf69731455d501623794f06d87b1000be15fb51221a5f6d5cd 28 64 sha224
# expect: True 3bb4c94590d4674b64d692d1d59876eec9c96be922600368006a8c1a
# expect: sha256 d5ba6ccc95f4eb10c4eaab3c1b27618c9510f8ce37d1d775f2ba7d58f37bf47b 32 64 sha256
# expect: True c59d3c0480cc2d71d8f646e735e92da65450311eec46e81a5db8c7e6e8a92054
# expect: sha384 7421305eb59218cf6072cd9b511b55e88b25acc439025ab32b896cb34dfa388b419e72075fb57df85525c31de80de14a 48 128 sha384
# expect: True 6c949fd7daf63d37da12dfd069f7934ce9960b222ddb4d40aab0b56fbdddfd9cf586575fa6a609dd12e30477424c0adc
# expect: sha512 eb27d75c45c945aef52a7de127fdf0f5e71b54b9b30945fa94b22e517436ed5a8a30773fec2df44d2c5b0a88f1acab92765784cecbdd42c4e2386d59f4eadf9b 64 128 sha512
# expect: True 970a461060a15b5eb8f803e8b40d14a44a6eccedbedf7051d1f024aef10c7dafb0e7be011836ab0ffde5043ca3087af8fb04e4e75f712fe32764e3b4716c09f3
# expect: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9 b'\xbax\x16\xbf' True
# expect: ba7816bf 900150983cd24fb0d6963f7d28e17f72
# expect: 024c9d5c1b45947d2211841d875e995c65891259f4c29218396bd814baf8e5a5
# expect: True True
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: ValueError unsupported hash type nonsense
# expect: TypeError Strings must be encoded before hashing
