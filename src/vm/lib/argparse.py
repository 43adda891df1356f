"""Arguments of the command line."""

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "Namespace", "HelpFormatter",
           "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "ArgumentDefaultsHelpFormatter",
           "FileType", "SUPPRESS", "OPTIONAL", "ZERO_OR_MORE", "ONE_OR_MORE", "REMAINDER",
           "BooleanOptionalAction"]

import sys

SUPPRESS = "==SUPPRESS=="
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER = "?", "*", "+", "..."
BooleanOptionalAction = "boolean_optional"


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = argument.display() if argument is not None else None
        self.message = message

    def __str__(self):
        return f"argument {self.argument_name}: {self.message}" if self.argument_name else self.message


class ArgumentTypeError(Exception):
    pass


class HelpFormatter:
    pass


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class Namespace:
    """The values, as attributes."""

    def __init__(self, **values):
        self.__dict__.update(values)

    def __repr__(self):
        return "Namespace(" + ", ".join([f"{k}={v!r}" for k, v in self.__dict__.items()]) + ")"

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, name):
        return name in self.__dict__


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self.mode = mode

    def __call__(self, name):
        if name == "-":
            return sys.stdin if "r" in self.mode else sys.stdout
        return open(name, self.mode)


class _Argument:
    def __init__(self, names, action="store", nargs=None, const=None, default=None, type=None,
                 choices=None, required=False, help=None, metavar=None, dest=None, version=None):
        self.option_strings = [n for n in names if n.startswith("-")]
        self.action = action
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.help = help
        self.metavar = metavar
        self.version = version
        if self.option_strings:
            if dest is None:
                long = [n for n in self.option_strings if n.startswith("--")]
                dest = (long or self.option_strings)[0].lstrip("-").replace("-", "_")
            self.required = required
        else:
            dest = names[0] if names else dest
            self.required = nargs not in ("?", "*", "...")
        self.dest = dest
        if action == "store_true":
            self.const, self.default = True, False if default is None else default
        elif action == "store_false":
            self.const, self.default = False, True if default is None else default
        self.takes = 0 if action in ("store_true", "store_false", "store_const", "append_const", "count",
                                     "help", "version", "boolean_optional") else nargs

    def display(self):
        if self.option_strings:
            return "/".join(self.option_strings)
        return self.metavar or self.dest

    def meta(self):
        if self.metavar is not None:
            return self.metavar
        if self.choices is not None:
            return "{" + ",".join([str(c) for c in self.choices]) + "}"
        return self.dest.upper() if self.option_strings else self.dest

    def values_text(self):
        meta = self.meta()
        if isinstance(meta, tuple):
            return " ".join(meta)
        if self.takes == 0:
            return ""
        return {None: meta, "?": f"[{meta}]", "*": f"[{meta} ...]", "+": f"{meta} [{meta} ...]",
                "...": "..."}.get(self.takes) or " ".join([meta] * self.takes)


class _Group:
    def __init__(self, parser, title=None, required=False):
        self._parser = parser
        self.title = title
        self.required = required
        self.members = []

    def add_argument(self, *names, **options):
        argument = self._parser.add_argument(*names, **options)
        self.members.append(argument)
        return argument

    def add_mutually_exclusive_group(self, required=False):
        return self._parser.add_mutually_exclusive_group(required=required)


class _Commands:
    def __init__(self, parser, dest, required, options):
        self.parser = parser
        self.dest = dest
        self.required = required
        self.options = options
        self.parsers = {}
        self.helps = []

    def add_parser(self, name, help=None, aliases=(), **options):
        made = ArgumentParser(prog=f"{self.parser.prog} {name}", **options)
        self.parsers[name] = made
        self.helps.append((name, help))
        for alias in aliases:
            self.parsers[alias] = made
        return made


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(),
                 formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None,
                 argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        self.prog = prog or (sys.argv[0].rsplit("/", 1)[-1] if sys.argv else "main.py")
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.exit_on_error = exit_on_error
        self._arguments = []
        self._defaults = {}
        self._exclusive = []
        self._groups = []
        self._commands = None
        if add_help:
            self.add_argument("-h", "--help", action="help", help="show this help message and exit")
        for parent in parents:
            self._arguments.extend([a for a in parent._arguments if a.action != "help"])

    def add_argument(self, *names, **options):
        if options.get("action") == BooleanOptionalAction:
            options["action"] = "boolean_optional"
            names += tuple(["--no-" + n[2:] for n in names if n.startswith("--")])
        action = options.get("action", "store")
        known = ("store", "store_const", "store_true", "store_false", "append", "append_const", "count",
                 "help", "version", "extend", "boolean_optional")
        if action not in known:
            raise ValueError(f"unknown action {action!r}" if isinstance(action, str) else
                             "argparse actions of one's own are not supported here")
        argument = _Argument(names, **options)
        for other in self._arguments:
            for name in argument.option_strings:
                if name in other.option_strings:
                    raise ArgumentError(argument, f"conflicting option string: {name}")
        self._arguments.append(argument)
        return argument

    def add_argument_group(self, title=None, description=None):
        group = _Group(self, title)
        self._groups.append(group)
        return group

    def add_mutually_exclusive_group(self, required=False):
        group = _Group(self, required=required)
        self._exclusive.append(group)
        return group

    def add_subparsers(self, dest=None, required=False, **options):
        self._commands = _Commands(self, dest, required, options)
        return self._commands

    def set_defaults(self, **values):
        self._defaults.update(values)

    def get_default(self, dest):
        for argument in self._arguments:
            if argument.dest == dest:
                return argument.default
        return self._defaults.get(dest)

    # --- parsing

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: " + " ".join(rest))
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        args = list(sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for argument in self._arguments:
            if argument.action not in ("help", "version") and argument.default is not SUPPRESS and \
                    not hasattr(namespace, argument.dest):
                setattr(namespace, argument.dest, argument.default)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name) or getattr(namespace, name) is None:
                setattr(namespace, name, value)
        if not self.exit_on_error:
            return namespace, self._parse(args, namespace)
        try:
            return namespace, self._parse(args, namespace)
        except ArgumentError as problem:
            self.error(str(problem))

    def _option(self, text):
        """The argument an option means, the option as declared, and a value behind =."""
        name, equals, value = text.partition("=")
        found = [(a, n) for a in self._arguments for n in a.option_strings if n == name]
        if not found and name.startswith("--"):
            found = [(a, n) for a in self._arguments for n in a.option_strings if n.startswith(name)]
            if len({id(a) for a, _ in found}) > 1:
                self.error(f"ambiguous option: {text} could match "
                           + ", ".join([n for _, n in found]))
        if found:
            return found[0][0], found[0][1], value if equals else None
        if not text.startswith("--") and len(text) > 2:
            for a in self._arguments:
                if text[:2] in a.option_strings:
                    if a.takes == 0:
                        return a, text[:2], ("", "-" + text[2:])
                    return a, text[:2], text[2:]
        return None, None, None

    def _is_option(self, text):
        if not text.startswith("-") or text == "-":
            return False
        try:
            float(text)
            return any([n[1:2].isdigit() for a in self._arguments for n in a.option_strings])
        except ValueError:
            return " " not in text or self._option(text)[0] is not None

    def _parse(self, args, namespace):
        rest = []
        seen = []
        positional = [a for a in self._arguments if not a.option_strings]
        waiting = []
        i = 0
        while i < len(args):
            text = args[i]
            if text == "--":
                waiting.extend(args[i + 1:])
                break
            if not self._is_option(text):
                if self._commands is not None and len(waiting) >= len(positional):
                    self._run_command(args[i:], namespace)
                    i = len(args)
                    break
                waiting.append(text)
                i += 1
                if any([a.nargs == "..." for a in positional]):
                    waiting.extend(args[i:])
                    break
                continue
            argument, name, value = self._option(text)
            i += 1
            if argument is None:
                rest.append(text)
                continue
            if isinstance(value, tuple):
                args.insert(i, value[1])
                value = None
            seen.append(argument)
            self._check_exclusive(argument, seen)
            values = []
            if argument.takes == 0:
                if value is not None:
                    raise ArgumentError(argument, f"ignored explicit argument {value!r}")
            elif value is not None:
                values = [value]
            else:
                while i < len(args) and not self._is_option(args[i]) and args[i] != "--" and \
                        self._room(argument, len(values)):
                    values.append(args[i])
                    i += 1
                self._check_count(argument, values)
            self._apply(argument, name, values, namespace)
        extra = self._give_positional(positional, waiting, namespace)
        missing = [a.display() for a in self._arguments
                   if a.option_strings and a.required and a not in seen]
        missing = self._missing_positional + missing
        if self._commands is not None and self._commands.required and not self._command_given:
            missing.append(self._commands.dest or "{" + ",".join(self._commands.parsers) + "}")
        if missing:
            self.error("the following arguments are required: " + ", ".join(missing))
        for group in self._exclusive:
            if group.required and not any([a in seen for a in group.members]):
                self.error("one of the arguments " + " ".join([a.display() for a in group.members])
                           + " is required")
        return extra + rest

    _command_given = False

    def _run_command(self, args, namespace):
        name = args[0]
        commands = self._commands
        if name not in commands.parsers:
            self.error(f"argument {commands.dest or '{' + ','.join(commands.parsers) + '}'}: invalid "
                       f"choice: {name!r} (choose from {', '.join([repr(n) for n in commands.parsers])})")
        self._command_given = True
        if commands.dest:
            setattr(namespace, commands.dest, name)
        inner = commands.parsers[name].parse_args(args[1:])
        for key, value in inner.__dict__.items():
            setattr(namespace, key, value)

    def _check_exclusive(self, argument, seen):
        for group in self._exclusive:
            if argument in group.members:
                for other in group.members:
                    if other is not argument and other in seen:
                        raise ArgumentError(argument, f"not allowed with argument {other.display()}")

    def _room(self, argument, have):
        limit = {None: 1, "?": 1, "*": None, "+": None, "...": None}.get(argument.takes, argument.takes)
        return limit is None or have < limit

    def _check_count(self, argument, values):
        takes = argument.takes
        if takes is None and len(values) != 1:
            raise ArgumentError(argument, "expected one argument")
        if takes == "+" and not values:
            raise ArgumentError(argument, "expected at least one argument")
        if isinstance(takes, int) and len(values) != takes:
            plural = "" if takes == 1 else "s"
            raise ArgumentError(argument, f"expected {takes} argument{plural}")

    def _converted(self, argument, text):
        convert = argument.type
        value = text
        if convert is not None:
            try:
                value = convert(text)
            except ArgumentTypeError as problem:
                raise ArgumentError(argument, str(problem)) from None
            except (TypeError, ValueError):
                name = getattr(convert, "__name__", repr(convert))
                raise ArgumentError(argument, f"invalid {name} value: {text!r}") from None
        if argument.choices is not None and value not in argument.choices:
            raise ArgumentError(argument, f"invalid choice: {value!r} (choose from "
                                + ", ".join([repr(c) for c in argument.choices]) + ")")
        return value

    def _apply(self, argument, name, values, namespace):
        action = argument.action
        if action == "help":
            self.print_help()
            self.exit()
        if action == "version":
            print((argument.version or "").replace("%(prog)s", self.prog))
            self.exit()
        dest = argument.dest
        if action in ("store_true", "store_false", "store_const"):
            setattr(namespace, dest, argument.const)
        elif action == "boolean_optional":
            setattr(namespace, dest, not name.startswith("--no-"))
        elif action == "count":
            setattr(namespace, dest, (getattr(namespace, dest) or 0) + 1)
        elif action == "append_const":
            setattr(namespace, dest, list(getattr(namespace, dest) or []) + [argument.const])
        else:
            converted = [self._converted(argument, v) for v in values]
            if argument.nargs is None:
                value = converted[0]
            elif argument.nargs == "?":
                value = converted[0] if converted else argument.const
            else:
                value = converted
            if action == "append":
                value = list(getattr(namespace, dest) or []) + [value]
            elif action == "extend":
                value = list(getattr(namespace, dest) or []) + list(value)
            setattr(namespace, dest, value)

    def _give_positional(self, positional, values, namespace):
        self._missing_positional = []
        values = list(values)
        for index, argument in enumerate(positional):
            after = sum([1 if a.nargs is None or a.nargs == "+" else a.nargs if isinstance(a.nargs, int) else 0
                         for a in positional[index + 1:]])
            free = len(values) - after
            if argument.nargs is None:
                count = 1
            elif argument.nargs == "?":
                count = 1 if free > 0 else 0
            elif argument.nargs in ("*", "+", "..."):
                count = max(free, 0)
            else:
                count = argument.nargs
            taken, values = values[:count], values[count:]
            if len(taken) < (1 if argument.nargs in (None, "+") else
                             argument.nargs if isinstance(argument.nargs, int) else 0):
                self._missing_positional.append(argument.display())
                continue
            if not taken and argument.nargs in ("?", "*"):
                if argument.nargs == "*" and argument.default is None:
                    setattr(namespace, argument.dest, [])
                continue
            converted = [self._converted(argument, v) for v in taken]
            if argument.nargs in (None, "?"):
                converted = converted[0]
            setattr(namespace, argument.dest, converted)
        for argument in self._arguments:
            value = getattr(namespace, argument.dest, None) if argument.dest else None
            if isinstance(value, str) and value is argument.default and argument.type is not None:
                setattr(namespace, argument.dest, self._converted(argument, value))
        return values

    # --- texts

    def format_usage(self):
        if self.usage is not None:
            return f"usage: {self.usage.replace('%(prog)s', self.prog)}\n"
        parts = []
        behind = []
        for a in [a for a in self._arguments if a.option_strings]:
            text = a.option_strings[0]
            if a.action == "boolean_optional":
                text = " | ".join(a.option_strings)
            if a.values_text():
                text += " " + a.values_text()
            parts.append(text if a.required else f"[{text}]")
        for a in self._arguments:
            if not a.option_strings:
                behind.append(a.values_text())
        if self._commands is not None:
            behind.append("{" + ",".join(self._commands.parsers) + "} ...")
        lines = [f"usage: {self.prog}"]
        indent = " " * (len(lines[0]) + 1)
        if len(" ".join(lines + parts + behind)) <= 78:
            return " ".join(lines + parts + behind) + "\n"
        for some in (parts, behind):
            if some is behind and parts and behind:
                lines.append(indent[:-1])
            for part in some:
                if len(lines[-1]) + 1 + len(part) > 78:
                    lines.append(indent + part)
                else:
                    lines[-1] += " " + part
        return "\n".join(lines) + "\n"

    def _entry(self, heading, help):
        heading = "  " + heading
        if not help:
            return heading + "\n"
        lines = [""]
        for word in help.split():
            if lines[-1] and len(lines[-1]) + 1 + len(word) > 54:
                lines.append(word)
            else:
                lines[-1] += (" " if lines[-1] else "") + word
        if len(heading) <= 22:
            out = heading.ljust(24) + lines[0] + "\n"
        else:
            out = heading + "\n" + " " * 24 + lines[0] + "\n"
        return out + "".join([" " * 24 + line + "\n" for line in lines[1:]])

    def _heading(self, a):
        if not a.option_strings:
            return a.meta()
        values = a.values_text()
        return ", ".join([f"{n} {values}" if values else n for n in a.option_strings])

    def _help_of(self, a):
        text = a.help or ""
        if text == SUPPRESS:
            return None
        if "%" in text:
            text = text % {"default": a.default, "prog": self.prog, "dest": a.dest, "choices": a.choices,
                           "type": getattr(a.type, "__name__", a.type), "metavar": a.metavar}
        if issubclass(self.formatter_class, ArgumentDefaultsHelpFormatter) and a.default not in (None, SUPPRESS) \
                and a.help and "%(default)" not in a.help and a.action != "help":
            text += f" (default: {a.default})"
        return text

    def format_help(self):
        out = self.format_usage()
        if self.description:
            out += "\n" + self.description.replace("%(prog)s", self.prog) + "\n"
        positional = [a for a in self._arguments if not a.option_strings]
        if positional or self._commands is not None:
            out += "\npositional arguments:\n"
            out += "".join([self._entry(self._heading(a), self._help_of(a)) for a in positional])
            if self._commands is not None:
                out += "  {" + ",".join(self._commands.parsers) + "}\n"
                out += "".join([self._entry("  " + n, h) for n, h in self._commands.helps if h])
        grouped = [a for g in self._groups for a in g.members]
        options = [a for a in self._arguments if a.option_strings and a not in grouped]
        if options:
            out += "\noptions:\n"
            out += "".join([self._entry(self._heading(a), self._help_of(a)) for a in options])
        for group in self._groups:
            out += f"\n{group.title}:\n"
            out += "".join([self._entry(self._heading(a), self._help_of(a)) for a in group.members])
        if self.epilog:
            out += "\n" + self.epilog + "\n"
        return out

    def print_usage(self, file=None):
        (file or sys.stdout).write(self.format_usage())

    def print_help(self, file=None):
        (file or sys.stdout).write(self.format_help())

    def exit(self, status=0, message=None):
        if message:
            sys.stderr.write(message)
        raise SystemExit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")
