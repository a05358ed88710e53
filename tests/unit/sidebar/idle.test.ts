import { beforeEach, describe, expect, it, vi } from 'vitest';
import { whenIdle } from '../../../lib/sidebar/idle';

/** A page whose loading and leisure are the test's to say. */
function makePage(readyState: DocumentReadyState) {
  const target = new EventTarget();
  const waiting: { readonly idle: () => void; readonly most: number | undefined }[] = [];
  const page = Object.assign(target, {
    document: { readyState },
    requestIdleCallback: (idle: () => void, { timeout }: IdleRequestOptions) =>
      waiting.push({ idle, most: timeout }),
  });
  return { page: page as unknown as Window, waiting };
}

describe('whenIdle', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    return () => vi.useRealTimers();
  });

  const begin = (page: Window) => {
    const came = vi.fn<() => void>();
    void whenIdle(page, new AbortController().signal).then(came);
    return came;
  };
  const settle = () => vi.advanceTimersByTimeAsync(0);

  it('waits until the page has loaded, and then until it has nothing better to do', async () => {
    const { page, waiting } = makePage('interactive');
    const came = begin(page);
    await vi.advanceTimersByTimeAsync(3000);
    expect(waiting).toEqual([]);
    page.dispatchEvent(new Event('load'));
    await settle();
    expect(came).not.toHaveBeenCalled();
    expect(waiting).toHaveLength(1);
    waiting[0]?.idle();
    await settle();
    expect(came).toHaveBeenCalledOnce();
  });

  it('does not wait for a load that has been', async () => {
    const { page, waiting } = makePage('complete');
    begin(page);
    await settle();
    expect(waiting).toHaveLength(1);
  });

  it('gives a page that never finishes four seconds, and as many to one that is never idle', async () => {
    const { page, waiting } = makePage('loading');
    begin(page);
    await vi.advanceTimersByTimeAsync(3999);
    expect(waiting).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await settle();
    expect(waiting).toMatchObject([{ most: 4000 }]);
  });
});
