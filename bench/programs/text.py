"""Strings: formatting, joining, splitting."""
def run():
    words = [f"{i}:{i * 3}" for i in range(60_000)]
    text = ",".join(words)
    total = sum([len(piece) for piece in text.split(",")])
