"""Kernel: the most flips of the first pancakes, over all permutations."""


def flips_of(order):
    count = 0
    pile = order[:]
    while pile[0]:
        top = pile[0] + 1
        pile[:top] = pile[top - 1::-1] if top < len(pile) else pile[::-1]
        count += 1
    return count


def fannkuch(n):
    order = list(range(n))
    left = list(range(1, n + 1))
    most = 0
    checksum = 0
    sign = 1
    while True:
        count = flips_of(order)
        if count > most:
            most = count
        checksum += sign * count
        sign = -sign
        at = 1
        if sign < 0:
            order[0], order[1] = order[1], order[0]
        else:
            order[1], order[2] = order[2], order[1]
            at = 2
            left[2] -= 1
            while left[at] == 0:
                left[at] = at + 1
                at += 1
                if at == n:
                    return checksum, most
                order[:at + 1] = order[1:at + 1] + order[:1]
                left[at] -= 1


def run():
    return fannkuch(8)
