"""Loggers are a tree; records go up to the handlers of those above."""
import logging
import sys

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
top = logging.getLogger("app")
top.addHandler(handler)
top.setLevel(logging.INFO)
low = logging.getLogger("app.db.pool")
low.info("up the tree")
low.debug("below the level")
print(low.parent is top, logging.getLogger("app.db").parent is top, low.parent.name)
low.propagate = False
low.addHandler(logging.NullHandler())
low.error("stays here")
print(logging.getLogger("app") is top, top.getChild("x").name, low.hasHandlers())

# expect: app.db.pool: up the tree
# expect: True True app.db
# expect: True app.x True
