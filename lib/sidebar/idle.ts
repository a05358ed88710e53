/** Resolves when the page has loaded and has nothing better to do; a page that never finishes is given `most` ms. */
export async function whenIdle(window: Window, signal: AbortSignal, most = 4000): Promise<void> {
  if (window.document.readyState !== 'complete') {
    const loaded = new Promise((resolve) => {
      window.addEventListener('load', resolve, { once: true, signal });
    });
    const patience = new Promise((resolve) => setTimeout(resolve, most));
    await Promise.race([loaded, patience]);
  }
  await new Promise((idle) => window.requestIdleCallback(idle, { timeout: most }));
}
