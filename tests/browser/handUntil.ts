import { vi } from 'vitest';

/** What a hand cannot see coming, in a prompt of the browser's own, it does until something comes of it. */
export const handUntil = (hand: () => void, look: () => Promise<void>) =>
  vi.waitFor(
    async () => {
      hand();
      await look();
    },
    { timeout: 10_000, interval: 400 },
  );
