"""Numbers of errors, as Linux has them."""

errorcode = {}
for _n, _name in enumerate(("PERM NOENT SRCH INTR IO NXIO 2BIG NOEXEC BADF CHILD AGAIN NOMEM ACCES FAULT NOTBLK BUSY EXIST "
                            "XDEV NODEV NOTDIR ISDIR INVAL NFILE MFILE NOTTY TXTBSY FBIG NOSPC SPIPE ROFS MLINK PIPE DOM "
                            "RANGE DEADLK NAMETOOLONG NOLCK NOSYS NOTEMPTY LOOP").split(), 1):
    errorcode[_n] = "E" + _name
errorcode.update({98: "EADDRINUSE", 101: "ENETUNREACH", 103: "ECONNABORTED", 104: "ECONNRESET", 110: "ETIMEDOUT",
                  111: "ECONNREFUSED", 113: "EHOSTUNREACH", 114: "EALREADY", 115: "EINPROGRESS", 125: "ECANCELED"})
globals().update({name: number for number, name in errorcode.items()})
EWOULDBLOCK = 11
del _n, _name
