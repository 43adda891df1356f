"""Tables as text, values separated by commas."""

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel",
           "excel_tab", "unix_dialect", "reader", "writer", "DictReader", "DictWriter",
           "register_dialect", "get_dialect", "list_dialects", "field_size_limit"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


class Dialect:
    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    quoting = QUOTE_ALL
    lineterminator = "\n"


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}


def register_dialect(name, dialect=excel, **options):
    _dialects[name] = _made(dialect, options)


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=None):
    return 131072


def _made(dialect, options):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    made = Dialect()
    for name in ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace",
                 "lineterminator", "quoting", "strict"):
        setattr(made, name, options.pop(name, getattr(dialect, name)))
    for name in options:
        raise TypeError(f"'{name}' is an invalid keyword argument for this function")
    if not isinstance(made.delimiter, str) or len(made.delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    return made


class reader:
    """Rows of a table, as lists of str."""

    def __init__(self, csvfile, dialect="excel", **options):
        self._lines = iter(csvfile)
        self.dialect = _made(dialect, options)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        fields = []
        field = []
        quoted = was_quoted = False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if quoted:
                    if d.strict:
                        raise Error("unexpected end of data") from None
                    fields.append(self._field(field, was_quoted))
                    return fields
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} "
                            "(the file should be opened in text mode)")
            self.line_num += 1
            text = line.rstrip("\r\n") if not quoted else line
            i = 0
            while i < len(text):
                c = text[i]
                i += 1
                if quoted:
                    if d.escapechar and c == d.escapechar and i < len(text):
                        field.append(text[i])
                        i += 1
                    elif c == d.quotechar:
                        if d.doublequote and text[i:i + 1] == d.quotechar:
                            field.append(c)
                            i += 1
                        else:
                            quoted = False
                            text = text[:i] + text[i:].rstrip("\r\n")
                    else:
                        field.append(c)
                elif c == d.delimiter:
                    fields.append(self._field(field, was_quoted))
                    field = []
                    was_quoted = False
                elif c == d.quotechar and not field and d.quoting != QUOTE_NONE and not was_quoted:
                    quoted = was_quoted = True
                    text = text[:i] + line[i:] if len(text) < len(line) else text
                elif d.escapechar and c == d.escapechar and i < len(text):
                    field.append(text[i])
                    i += 1
                elif c == " " and d.skipinitialspace and not field and not was_quoted:
                    pass
                else:
                    field.append(c)
            if quoted:
                continue
            if not fields and not field and not was_quoted:
                return []
            fields.append(self._field(field, was_quoted))
            return fields

    def _field(self, field, was_quoted):
        text = "".join(field)
        if self.dialect.quoting == QUOTE_NONNUMERIC and not was_quoted:
            return float(text)
        return text


class writer:
    """Writes rows to anything with write()."""

    def __init__(self, csvfile, dialect="excel", **options):
        self._write = csvfile.write
        self.dialect = _made(dialect, options)

    def writerow(self, row):
        try:
            values = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        texts = [self._text(v) for v in values]
        if len(texts) == 1 and texts[0] == "":
            texts = ['""']
        return self._write(self.dialect.delimiter.join(texts) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

    def _text(self, value):
        d = self.dialect
        number = isinstance(value, (int, float))
        text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
        special = any([c in text for c in (d.delimiter, d.quotechar, "\n", "\r") if c])
        if d.quoting == QUOTE_NONE:
            if special:
                if not d.escapechar:
                    raise Error("need to escape, but no escapechar set")
                for c in (d.escapechar, d.delimiter, d.quotechar):
                    text = text.replace(c, d.escapechar + c)
            return text
        if special or d.quoting == QUOTE_ALL or (d.quoting == QUOTE_NONNUMERIC and not number):
            q = d.quotechar
            return q + (text.replace(q, q + q) if d.doublequote else text.replace(q, d.escapechar + q)) + q
        return text


class DictReader:
    """Rows as dicts; the first row has the names unless they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **options):
        self._names = None if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, **options)

    @property
    def fieldnames(self):
        if self._names is None:
            try:
                self._names = next(self.reader)
            except StopIteration:
                pass
        return self._names

    @property
    def line_num(self):
        return self.reader.line_num

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **options):
        self.fieldnames = fieldnames
        self.restval = restval
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, **options)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def _row(self, row):
        if self.extrasaction == "raise":
            wrong = [k for k in row if k not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: "
                                 + ", ".join([repr(k) for k in wrong]))
        return [row.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, row):
        return self.writer.writerow(self._row(row))

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)
