"""Formats in {}- and $-style."""
import logging
import sys

for style, text in (("{", "{levelname:>7} {name} {message}"), ("$", "$levelname ${name}: $message")):
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format=text, style=style, force=True)
    logging.info("style %s", style)
try:
    logging.Formatter("x", style="?")
except ValueError as error:
    print(error)

# expect:    INFO root style {
# expect: INFO root: style $
# expect: Style must be one of: %,{,$
