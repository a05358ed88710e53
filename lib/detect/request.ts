/** One finished fetch or XHR of the page. */
export interface SeenRequest {
  readonly url: string;
  /** 0 for aborted, failed and opaque ones. */
  readonly status: number;
  /** When it left, on the page's performance clock, like `event.timeStamp`. */
  readonly startTime: number;
}

/**
 * Hears the page's own requests while somebody asks. Resource timing shows their URL and status in the isolated world,
 * without a permission and without touching the page; an entry arrives some 50 ms after the answer.
 */
export function listenToRequests(heard: (request: SeenRequest) => void): () => void {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      if (entry.initiatorType !== 'fetch' && entry.initiatorType !== 'xmlhttprequest') continue;
      heard({ url: entry.name, status: entry.responseStatus, startTime: entry.startTime });
    }
  });
  observer.observe({ type: 'resource' });
  return () => {
    observer.disconnect();
  };
}
