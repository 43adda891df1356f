"""The only locale there is: C."""

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale not in (None, "", "C", "POSIX", "C.UTF-8"):
        raise Error("unsupported locale setting")
    return "C"


def getlocale(category=LC_CTYPE):
    return None, None


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


def localeconv():
    return {"decimal_point": ".", "thousands_sep": "", "grouping": [], "currency_symbol": ""}


def format_string(f, val, grouping=False, monetary=False):
    return f % val


atof, atoi, strxfrm = float, int, str


def strcoll(a, b):
    return (a > b) - (a < b)
