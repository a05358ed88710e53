/** One finished fetch or XHR of the page. */
export interface SeenRequest {
  readonly url: string;
  /** 0 for aborted, failed and opaque ones. */
  readonly status: number;
  /** When it left, on the page's performance clock, like `event.timeStamp`. */
  readonly startTime: number;
}

export interface RequestEars {
  /** Tells at once what was answered and has not been told yet: the page is about to go. */
  hearRest(): void;
  stop(): void;
}

/**
 * Hears the page's own requests while somebody asks. Resource timing shows their URL and status in the isolated world,
 * without a permission and without touching the page; an entry arrives some 50 ms after the answer.
 */
export function listenToRequests(heard: (request: SeenRequest) => void): RequestEars {
  const tell = (entries: PerformanceEntryList) => {
    for (const entry of entries as PerformanceResourceTiming[]) {
      if (entry.initiatorType !== 'fetch' && entry.initiatorType !== 'xmlhttprequest') continue;
      heard({ url: entry.name, status: entry.responseStatus, startTime: entry.startTime });
    }
  };
  const observer = new PerformanceObserver((list) => {
    tell(list.getEntries());
  });
  observer.observe({ type: 'resource' });
  return {
    hearRest() {
      tell(observer.takeRecords());
    },
    stop() {
      observer.disconnect();
    },
  };
}
