import { vi } from 'vitest';

type Listener = (...args: never[]) => void;

/** A browser event whose listeners can be counted and called. */
export function event() {
  const listeners = new Set<Listener>();
  return {
    listeners,
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    fire: (...args: unknown[]) => {
      for (const listener of listeners) (listener as (...args: unknown[]) => void)(...args);
    },
  };
}

/** One end of a port; a closed one throws when it is written to, as a browser's does. */
export function port(sender?: object) {
  let open = true;
  return {
    name: 'panel',
    sender,
    onMessage: event(),
    onDisconnect: event(),
    postMessage: vi.fn((_message: unknown) => {
      if (!open) throw new Error('Attempting to use a disconnected port object');
    }),
    disconnect: vi.fn(() => {
      open = false;
    }),
  };
}
