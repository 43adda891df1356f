"""Constants and two ways of filling in text."""

import _string

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Every word with a capital."""
    return (sep or ' ').join(word.capitalize() for word in s.split(sep))


class Template:
    """Text with $name and ${name} in it."""

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """(text, name, where): plain text has no name, a bad place neither text nor name."""
        template = self.template
        at = 0
        while True:
            start = template.find(self.delimiter, at)
            if start < 0:
                yield template[at:], None, at
                return
            if start > at:
                yield template[at:start], None, at
            after = start + len(self.delimiter)
            if template.startswith(self.delimiter, after):
                yield self.delimiter, None, start
                at = after + len(self.delimiter)
                continue
            braced = template.startswith('{', after)
            begin = after + braced
            end = begin
            while end < len(template) and (template[end] == '_' or template[end].isascii() and
                                           (template[end].isalpha() or end > begin and template[end].isdigit())):
                end += 1
            if end == begin or braced and not template.startswith('}', end):
                yield None, None, start
                at = after
            else:
                yield template[start:end + braced], template[begin:end], start
                at = end + braced

    def _invalid(self, where):
        before = self.template[:where]
        lines = before.split('\n')
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(lines), len(lines[-1]) + 1))

    def _fill(self, mapping, keywords, safe):
        result = []
        for text, name, where in self._pieces():
            if name is not None:
                if name in keywords:
                    text = str(keywords[name])
                else:
                    try:
                        text = str(mapping[name])
                    except KeyError:
                        if not safe:
                            raise
            elif text is None:
                if not safe:
                    self._invalid(where)
                text = self.delimiter
            result.append(text)
        return ''.join(result)

    def substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, True)

    def is_valid(self):
        return all(text is not None for text, _, _ in self._pieces())

    def get_identifiers(self):
        names = []
        for _, name, _ in self._pieces():
            if name is not None and name not in names:
                names.append(name)
        return names


class Formatter:
    """str.format() in parts that a subclass may change."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2, 0)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field is None:
                continue
            if field == '' or field[0] in '.[':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field = str(auto) + field
                auto += 1
            elif field.isdigit():
                if auto:
                    raise ValueError('cannot switch from automatic field numbering to manual field specification')
                auto = False
            value, used = self.get_field(field, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto)
            result.append(self.format_field(value, spec))
        return ''.join(result), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, format_string):
        """(literal text, field name, format spec, conversion) for each field."""
        return _string.parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _string.split(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first
