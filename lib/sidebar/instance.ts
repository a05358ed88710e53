const mark = Symbol.for('foothold');

/**
 * Claims this page's isolated world; the page cannot see it. Undefined when a living script already has it, so that a
 * second injection changes nothing.
 */
export function claimPage(): AbortController | undefined {
  const world = globalThis as { [mark]?: AbortController };
  if (world[mark]?.signal.aborted === false) return undefined;
  return (world[mark] = new AbortController());
}
