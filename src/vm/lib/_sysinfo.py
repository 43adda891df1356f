"""The parts of sys that few programs ask for."""

from collections import namedtuple


def _info(name, /, **fields):
    cls = namedtuple(name, list(fields))
    cls.__module__ = "sys"
    cls.__repr__ = lambda self: f"sys.{name}({', '.join(f'{k}={v!r}' for k, v in self._asdict().items())})"
    return cls(**fields)


def _refused(name, why):
    def refuse(*args):
        if args != (None,):
            raise NotImplementedError(f"sys.{name}() is not supported here{why}")
    refuse.__name__ = name
    return refuse


known = dict(
    flags=_info("flags", debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=0, no_user_site=0, no_site=0,
                ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=1, isolated=0,
                dev_mode=False, utf8_mode=0, warn_default_encoding=0, safe_path=False, int_max_str_digits=4300),
    float_info=_info("float_info", max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308,
                     min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53,
                     epsilon=2.220446049250313e-16, radix=2, rounds=1),
    hash_info=_info("hash_info", width=64, modulus=2305843009213693951, inf=314159, nan=0, imag=1000003,
                    algorithm="siphash13", hash_bits=64, seed_bits=128, cutoff=0),
    int_info=_info("int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
                   str_digits_check_threshold=640),
    thread_info=_info("thread_info", name="pthread", lock="semaphore", version=None),
    getdefaultencoding=lambda: "utf-8", getfilesystemencoding=lambda: "utf-8", is_finalizing=lambda: False,
    float_repr_style="short", prefix="", exec_prefix="", base_prefix="", warnoptions=[], dont_write_bytecode=True,
    gettrace=lambda: None, getprofile=lambda: None,
    settrace=_refused("settrace", ""), setprofile=_refused("setprofile", ""),
    getrefcount=_refused("getrefcount", ": objects have no reference counts"),
    _current_frames=_refused("_current_frames", ": another thread's frames cannot be looked at"),
)
