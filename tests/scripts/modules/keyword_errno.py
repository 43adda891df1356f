import errno
import keyword
import os

print(keyword.iskeyword("for"), keyword.iskeyword("four"), keyword.issoftkeyword("match"), len(keyword.kwlist), keyword.softkwlist)
print(errno.ENOENT, errno.EACCES, errno.EEXIST, errno.errorcode[errno.EINVAL], errno.ETIMEDOUT)
try:
    open("/no/such/file")
except OSError as e:
    print(e.errno == errno.ENOENT, errno.errorcode[e.errno])

# expect: True False True 35 ['_', 'case', 'match']
# expect: 2 13 17 EINVAL 110
# expect: True ENOENT
