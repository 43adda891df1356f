"""Files whose paths match a pattern."""

__all__ = ["glob", "iglob", "escape"]


def iglob(pathname, *, root_dir=None, recursive=False):
    from pathlib import Path
    absolute = pathname.startswith("/")
    start = Path("/") if absolute else Path(root_dir or ".")
    parts = [p if p != "**" or recursive else "*" for p in pathname.split("/") if p]
    for found in start._glob(parts):
        if any([p.startswith(".") and not any([q.startswith(".") for q in parts])
                for p in found._parts]):
            continue
        text = str(found)
        if root_dir is not None and not absolute:
            text = str(found.relative_to(root_dir))
        yield text


def glob(pathname, *, root_dir=None, recursive=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive))


def escape(pathname):
    return "".join([f"[{c}]" if c in "*?[" else c for c in pathname])
