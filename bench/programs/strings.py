"""Texts: formatting, joining, splitting, searching, replacing."""


def run():
    words = [f"{i}:{i * 3:05d}" for i in range(30_000)]
    text = ",".join(words)
    total = 0
    for piece in text.split(","):
        left, right = piece.split(":")
        total += len(left) + int(right)
    total += text.count("99") + text.find("29999:") + len(text.replace("7", "seven"))
    upper = [word.upper().strip("0") for word in words[:8_000]]
    plain = ["%d-%s" % (i, "x" * (i % 5)) for i in range(8_000)]
    return total, len("".join(upper)), len(" ".join(plain)), text.startswith("0:0")
