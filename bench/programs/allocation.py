"""Many small objects that live shortly."""
def run():
    for i in range(400_000):
        pair = [i, (i, i)]
