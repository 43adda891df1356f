"""Configuration of logging by a dict."""

import importlib
import logging
import logging.handlers
import sys

_FACTORY = "()"


def _resolve(name):
    """The object that a dotted name means."""
    parts = name.split(".")
    found = importlib.import_module(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            importlib.import_module(path)
            found = getattr(found, part)
    return found


class DictConfigurator:
    """Does what the dict says."""

    def __init__(self, config):
        self.config = config

    def _convert(self, value):
        if isinstance(value, str):
            prefix, mark, rest = value.partition("://")
            if mark and prefix == "ext":
                return _resolve(rest)
            if mark and prefix == "cfg":
                found = self.config
                for part in rest.replace("]", "").replace("[", ".").split("."):
                    found = found[int(part) if isinstance(found, (list, tuple)) else part]
                return self._convert(found)
            return value
        if isinstance(value, dict):
            return {key: self._convert(v) for key, v in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)(map(self._convert, value))
        return value

    def _make(self, settings, usual):
        """An instance as the settings say; usual(settings) gives a class or function and its arguments."""
        settings = {key: self._convert(value) for key, value in settings.items()}
        properties = settings.pop(".", None)
        factory = settings.pop(_FACTORY, None)
        if factory is None:
            made = usual(settings)
        else:
            made = (factory if callable(factory) else _resolve(factory))(**settings)
        for name, value in (properties or {}).items():
            setattr(made, name, value)
        return made

    def _each(self, kind, function):
        made = {}
        for name, settings in self.config.get(kind, {}).items():
            try:
                made[name] = function(settings)
            except Exception as error:
                raise ValueError(f"Unable to configure {kind[:-1]} {name!r}") from error
        return made

    def _formatter(self, settings):
        def usual(s):
            cls = _resolve(s["class"]) if "class" in s else logging.Formatter
            return cls(s.get("format"), s.get("datefmt"), s.get("style", "%"), s.get("validate", True))
        return self._make(settings, usual)

    def _filter(self, settings):
        return self._make(settings, lambda s: logging.Filter(s.get("name", "")))

    def _add_filters(self, to, names):
        for name in names:
            to.addFilter(name if callable(name) or callable(getattr(name, "filter", None)) else self.filters[name])

    def _handler(self, settings):
        settings = dict(settings)
        formatter = settings.pop("formatter", None)
        level = settings.pop("level", None)
        filters = settings.pop("filters", ())

        def usual(s):
            cls = _resolve(s.pop("class"))
            if issubclass(cls, logging.handlers.MemoryHandler) and "target" in s:
                s["target"] = self.handlers[s["target"]]
            return cls(**s)
        handler = self._make(settings, usual)
        if formatter:
            handler.setFormatter(self.formatters[formatter])
        if level is not None:
            handler.setLevel(level)
        self._add_filters(handler, filters)
        return handler

    def _logger(self, logger, settings, incremental):
        if settings.get("level") is not None:
            logger.setLevel(settings["level"])
        if not incremental:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            for name in settings.get("handlers", ()):
                logger.addHandler(self.handlers[name])
            self._add_filters(logger, settings.get("filters", ()))
        if settings.get("propagate") is not None:
            logger.propagate = settings["propagate"]

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        incremental = config.get("incremental", False)
        if incremental:
            for name, settings in config.get("handlers", {}).items():
                if settings.get("level") is not None:
                    logging._handlers[name].setLevel(settings["level"])
        else:
            self.formatters = self._each("formatters", self._formatter)
            self.filters = self._each("filters", self._filter)
            self.handlers = {}
            for name, settings in sorted(config.get("handlers", {}).items(), key=lambda item: "target" in item[1]):
                try:
                    self.handlers[name] = self._handler(settings)
                except Exception as error:
                    raise ValueError(f"Unable to configure handler {name!r}") from error
                self.handlers[name].name = name
        named = config.get("loggers", {})
        if not incremental:
            for name, logger in logging.root.manager.loggerDict.items():
                if isinstance(logger, logging.Logger) and name not in named:
                    below = any(name.startswith(other + ".") for other in named)
                    logger.disabled = config.get("disable_existing_loggers", True) and not below
        for name, settings in named.items():
            logger = logging.getLogger(name)
            try:
                self._logger(logger, settings, incremental)
            except Exception as error:
                raise ValueError(f"Unable to configure logger {name!r}") from error
            logger.disabled = False
        if config.get("root"):
            try:
                self._logger(logging.root, config["root"], incremental)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Configures logging as the dict says."""
    dictConfigClass(config).configure()


def fileConfig(*args, **kwargs):
    raise NotImplementedError("logging.config.fileConfig() is not supported here; dictConfig() is")


def listen(*args, **kwargs):
    raise NotImplementedError("logging.config.listen() is not supported: a page has no sockets")
