"""Kernel: bodies that attract one another, on a flat list per body."""
import math

START = [
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 40.0],
    [4.8, -1.2, -0.1, 0.6, 2.8, -0.02, 0.04],
    [8.3, 4.1, -0.4, -1.0, 1.8, 0.01, 0.011],
    [12.9, -15.1, -0.2, 1.1, 0.9, -0.01, 0.0017],
    [15.4, -25.9, 0.2, 1.0, 0.6, -0.03, 0.002],
]


def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for a, b in pairs:
            dx = a[0] - b[0]
            dy = a[1] - b[1]
            dz = a[2] - b[2]
            squared = dx * dx + dy * dy + dz * dz
            pull = dt / (squared * math.sqrt(squared))
            to_b = b[6] * pull
            to_a = a[6] * pull
            a[3] -= dx * to_b
            a[4] -= dy * to_b
            a[5] -= dz * to_b
            b[3] += dx * to_a
            b[4] += dy * to_a
            b[5] += dz * to_a
        for body in bodies:
            body[0] += dt * body[3]
            body[1] += dt * body[4]
            body[2] += dt * body[5]


def energy(bodies, pairs):
    total = 0.0
    for body in bodies:
        total += 0.5 * body[6] * (body[3] ** 2 + body[4] ** 2 + body[5] ** 2)
    for a, b in pairs:
        apart = math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2)
        total -= a[6] * b[6] / apart
    return total


def run():
    bodies = [list(body) for body in START]
    pairs = [(bodies[i], bodies[j]) for i in range(len(bodies)) for j in range(i + 1, len(bodies))]
    advance(bodies, pairs, 0.001, 6_000)
    return int(energy(bodies, pairs) * 1e6)
