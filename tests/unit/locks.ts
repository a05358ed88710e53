const last = new Map<string, Promise<unknown>>();

/** What every browser has of the Web Locks API as far as the product uses it, and Node 20 and happy-dom have not. */
const locks = {
  request<T>(name: string, work: () => Promise<T>): Promise<T> {
    const done = (last.get(name) ?? Promise.resolve()).then(work);
    last.set(
      name,
      done.catch(() => undefined),
    );
    return done;
  },
};

// Node 20 has no navigator at all.
if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: {} });
Object.defineProperty(navigator, 'locks', { value: locks });
