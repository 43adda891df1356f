// Tasks of the page's own thread that a person feels: 50 ms and more. Where a browser does not tell of them, none.

/** How long ago it began and how long it took, ms. */
export type LongTask = [ago: number, duration: number];

/** Watches from now on. Gives, each time it is called, those that were over since the last time. */
export function watchLongTasks(): () => LongTask[] {
  if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes("longtask")) return () => [];
  const seen: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => void seen.push(...list.getEntries()));
  observer.observe({ type: "longtask" });
  return () => {
    const now = performance.now();
    return [...seen.splice(0), ...observer.takeRecords()].map((task) => [now - task.startTime, task.duration]);
  };
}
