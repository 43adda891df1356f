"""Files of settings in sections."""

from collections.abc import MutableMapping

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    def __init__(self, message=""):
        self.message = message
        super().__init__(message)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        super().__init__(f"No section: {section!r}")
        self.section = section


class NoOptionError(Error):
    def __init__(self, option, section):
        super().__init__(f"No option {option!r} in section: {section!r}")
        self.option, self.section = option, section


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        place = f"While reading from {source!r}" + (f" [line {lineno:2d}]" if lineno else "") + ": section " if source else "Section "
        super().__init__(f"{place}{section!r} already exists")
        self.section, self.source, self.lineno = section, source, lineno


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        super().__init__(f"While reading from {source!r} [line {lineno:2d}]: option {option!r} in section {section!r} "
                         "already exists")
        self.section, self.option, self.source, self.lineno = section, option, source, lineno


class InterpolationError(Error):
    pass


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation "
                         f"key {reference!r} which is not a valid option name. Raw value: {rawval!r}")


class InterpolationDepthError(InterpolationError):
    pass


class InterpolationSyntaxError(InterpolationError):
    pass


class ParsingError(Error):
    def __init__(self, source, lines=()):
        super().__init__(f"Source contains parsing errors: {source!r}"
                         + "".join(f"\n\t[line {n:2d}]: {text!r}" for n, text in lines))


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}")


_MISSING = object()


class SectionProxy(MutableMapping):
    def __init__(self, parser, name):
        self.parser, self.name = parser, name

    def __repr__(self):
        return f"<Section: {self.name}>"

    def __getitem__(self, key):
        if not self.parser.has_option(self.name, key):
            raise KeyError(key)
        return self.parser.get(self.name, key)

    def __setitem__(self, key, value):
        self.parser.set(self.name, key, value)

    def __delitem__(self, key):
        if not (self.parser.has_option(self.name, key) and self.parser.remove_option(self.name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self.parser.has_option(self.name, key)

    def __len__(self):
        return len(self.parser.options(self.name))

    def __iter__(self):
        return iter(self.parser.options(self.name))

    def _get(self, how, option, fallback, **more):
        return getattr(self.parser, how)(self.name, option, fallback=fallback, **more)

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._get("get", option, fallback, raw=raw, vars=vars)

    def getint(self, option, fallback=None):
        return self._get("getint", option, fallback)

    def getfloat(self, option, fallback=None):
        return self._get("getfloat", option, fallback)

    def getboolean(self, option, fallback=None):
        return self._get("getboolean", option, fallback)


class RawConfigParser(MutableMapping):
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False,
                      "off": False}
    _interpolates = False

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True, interpolation=_MISSING, **options):
        self._sections = {DEFAULTSECT: {}}
        self._empty_allowed, self._delimiters, self._strict = allow_no_value, delimiters, strict
        self._comments, self._inline = tuple(comment_prefixes), inline_comment_prefixes or ()
        if interpolation is None:
            self._interpolates = False
        for key, value in (defaults or {}).items():
            self._sections[DEFAULTSECT][self.optionxform(key)] = value

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._sections[DEFAULTSECT]

    def sections(self):
        return [name for name in self._sections if name != DEFAULTSECT]

    def add_section(self, section):
        if section in self._sections:
            if section == DEFAULTSECT:
                raise ValueError("Invalid section name: %r" % section)
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def has_section(self, section):
        return section in self.sections()

    def _section(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return {**self._sections[DEFAULTSECT], **self._sections[section]}

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list(dict.fromkeys([*self._sections[section], *self._sections[DEFAULTSECT]]))

    def has_option(self, section, option):
        section = section or DEFAULTSECT
        return section in self._sections and self.optionxform(option) in self._section(section)

    def read(self, filenames, encoding=None):
        done = []
        for name in [filenames] if isinstance(filenames, str) or hasattr(filenames, "__fspath__") else filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self.read_file(file, str(name))
            except OSError:
                continue
            done.append(name)
        return done

    def read_string(self, string, source="<string>"):
        self.read_file(string.splitlines(True), source)

    def read_dict(self, dictionary, source="<dict>"):
        for section, keys in dictionary.items():
            self._sections.setdefault(str(section), {})
            for key, value in keys.items():
                self.set(section, self.optionxform(str(key)), value if value is None else str(value))

    def read_file(self, f, source=None):
        source = source or getattr(f, "name", "<???>")
        section = key = None
        indent = 0
        seen, bad, lists = set(), [], []
        for number, raw in enumerate(f, 1):
            line = raw
            for prefix in self._inline:
                at = line.find(prefix)
                if at == 0 or at > 0 and line[at - 1].isspace():
                    line = line[:at]
            text = line.strip()
            if text.startswith(self._comments) or not text:
                if not text and key and isinstance(section.get(key), list):
                    section[key].append("")
                continue
            depth = len(line) - len(line.lstrip())
            if section is not None and key and depth > indent and isinstance(section.get(key), list):
                section[key].append(text)
                continue
            indent = depth
            if text[0] == "[" and "]" in text:
                name, key = text[1:text.index("]")], None
                if name in seen and self._strict:
                    raise DuplicateSectionError(name, source, number)
                seen.add(name)
                section = self._sections.setdefault(name, {})
                continue
            if section is None:
                raise MissingSectionHeaderError(source, number, raw)
            places = [text.index(d) for d in self._delimiters if d in text]
            if not places and not self._empty_allowed or places and min(places) == 0:
                bad.append((number, raw))
                continue
            at = min(places) if places else len(text)
            key = self.optionxform(text[:at].rstrip())
            if (name, key) in seen and self._strict:
                raise DuplicateOptionError(name, key, source, number)
            seen.add((name, key))
            section[key] = [text[at + 1:].strip()] if places else None
            lists.append((section, key))
        for section, key in lists:
            if isinstance(section[key], list):
                section[key] = "\n".join(section[key]).rstrip()
        if bad:
            raise ParsingError(source, bad)

    def get(self, section, option, *, raw=False, vars=None, fallback=_MISSING):
        try:
            values = self._section(section)
        except NoSectionError:
            if fallback is _MISSING:
                raise
            return fallback
        values.update({self.optionxform(k): str(v) for k, v in (vars or {}).items()})
        key = self.optionxform(option)
        if key not in values:
            if fallback is _MISSING:
                raise NoOptionError(option, section)
            return fallback
        value = values[key]
        return value if raw or not self._interpolates or value is None else self._filled(value, key, section, values, 1)

    def _filled(self, text, option, section, values, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(f"Recursion limit exceeded in value substitution: option {option!r} in section "
                                          f"{section!r} contains an interpolation key which cannot be substituted in "
                                          f"{MAX_INTERPOLATION_DEPTH} steps. Raw value: {text!r}")
        out, rest = "", text
        while "%" in rest:
            before, _, rest = rest.partition("%")
            out += before
            if rest[:1] == "%":
                out, rest = out + "%", rest[1:]
            elif rest[:1] == "(" and ")s" in rest:
                name, _, rest = rest[1:].partition(")s")
                name = self.optionxform(name)
                if name not in values:
                    raise InterpolationMissingOptionError(option, section, text, name)
                out += self._filled(values[name], option, section, values, depth + 1)
            else:
                raise InterpolationSyntaxError(f"'%' must be followed by '%' or '(', found: {'%' + rest!r}")
        return out + rest

    def _converted(self, convert, section, option, fallback, **more):
        value = self.get(section, option, fallback=_MISSING if fallback is _MISSING else self, **more)
        return fallback if value is self else convert(value)

    def getint(self, section, option, *, fallback=_MISSING, **more):
        return self._converted(int, section, option, fallback, **more)

    def getfloat(self, section, option, *, fallback=_MISSING, **more):
        return self._converted(float, section, option, fallback, **more)

    def getboolean(self, section, option, *, fallback=_MISSING, **more):
        return self._converted(self._boolean, section, option, fallback, **more)

    def _boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError("Not a boolean: %s" % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_MISSING, raw=False, vars=None):
        if section is _MISSING:
            return super().items()
        return [(option, self.get(section, option, raw=raw)) for option in
                [*self._sections[DEFAULTSECT], *[k for k in self._section(section) if k not in self._sections[DEFAULTSECT]]]]

    def set(self, section, option, value=None):
        if self._interpolates and not isinstance(value, str) and not (value is None and self._empty_allowed):
            raise TypeError("option values must be strings")
        if section and section not in self._sections:
            raise NoSectionError(section)
        self._sections[section or DEFAULTSECT][self.optionxform(option)] = value

    def remove_option(self, section, option):
        if section not in self._sections:
            raise NoSectionError(section)
        return self._sections[section].pop(self.optionxform(option), _MISSING) is not _MISSING

    def remove_section(self, section):
        return section != DEFAULTSECT and self._sections.pop(section, None) is not None

    def write(self, fp, space_around_delimiters=True):
        d = " = " if space_around_delimiters else "="
        for name, values in self._sections.items():
            if values or name != DEFAULTSECT:
                fp.write(f"[{name}]\n")
                for key, value in values.items():
                    fp.write(key + (d + str(value).replace("\n", "\n\t") if value is not None else "") + "\n")
                fp.write("\n")

    def __getitem__(self, key):
        if key not in self._sections:
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == DEFAULTSECT:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key in self._sections

    def __len__(self):
        return len(self._sections)

    def __iter__(self):
        return iter(self._sections)


class ConfigParser(RawConfigParser):
    _interpolates = True


class BasicInterpolation:
    pass


def ExtendedInterpolation():
    raise NotImplementedError("configparser.ExtendedInterpolation is not supported here")
