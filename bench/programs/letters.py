"""Texts letter by letter: a small tokenizer and calculator."""


def tokens(text):
    found = []
    at = 0
    while at < len(text):
        letter = text[at]
        if letter == " ":
            at += 1
        elif letter.isdigit():
            end = at
            while end < len(text) and text[end].isdigit():
                end += 1
            found.append(int(text[at:end]))
            at = end
        else:
            found.append(letter)
            at += 1
    return found


class Parser:
    def __init__(self, items):
        self.items = items
        self.at = 0

    def take(self):
        item = self.items[self.at]
        self.at += 1
        return item

    def factor(self):
        item = self.take()
        if item == "(":
            value = self.sum()
            self.take()
            return value
        return item

    def product(self):
        value = self.factor()
        while self.items[self.at] == "*":
            self.take()
            value = value * self.factor() % 100_003
        return value

    def sum(self):
        value = self.product()
        while self.items[self.at] in "+-":
            if self.take() == "+":
                value += self.product()
            else:
                value -= self.product()
        return value


def run():
    text = "(12 + 7) * 3 - 41 * (100 - 9 * (2 + 3)) + " * 50 + "1;"
    total = 0
    for _ in range(40):
        total += Parser(tokens(text)).sum()
    return total, len(text)
