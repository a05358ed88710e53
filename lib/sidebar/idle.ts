/** Resolves when the page has loaded and has nothing better to do, at the latest after `most` ms more. */
export async function whenIdle(window: Window, signal: AbortSignal, most = 2000): Promise<void> {
  if (window.document.readyState !== 'complete')
    await new Promise((loaded) => {
      window.addEventListener('load', loaded, { once: true, signal });
    });
  await new Promise((idle) => window.requestIdleCallback(idle, { timeout: most }));
}
