import queue, threading, time, random
SITE = {'/': ['/a', '/b'], '/a': ['/c', '/b'], '/b': ['/'], '/c': ['/missing']}
class Crawler:
    def __init__(self, n): self.q, self.seen, self.lock, self.errors, self.n = queue.Queue(), set(), threading.Lock(), {}, n
    def fetch(self, url):
        time.sleep(.002)
        if url not in SITE: raise LookupError(f'404 {url!r}')
        return SITE[url]
    def add(self, url):
        with self.lock:
            if url in self.seen: return
            self.seen.add(url)
        self.q.put(url)
    def worker(self):
        while (url := self.q.get()) is not None:
            try:
                for link in self.fetch(url): self.add(link)
            except LookupError as e: self.errors[url] = str(e)
            finally: self.q.task_done()
    def crawl(self, start):
        ts = [threading.Thread(target=self.worker, name=f'crawler-{i}') for i in range(self.n)]
        self.add(start); [t.start() for t in ts]; self.q.join()
        for _ in ts: self.q.put(None)
        for t in ts: t.join()
        return sorted(self.seen)
c = Crawler(3); print(c.crawl('/'), c.errors)

# expect: ['/', '/a', '/b', '/c', '/missing'] {'/missing': "404 '/missing'"}
