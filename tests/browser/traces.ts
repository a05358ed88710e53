import type { CDPSession, Page } from 'playwright-core';
import { extensionId } from '../lab/foothold.mjs';
import { treeOf, type Node } from './wholePage';

/** What of ours hangs on a page, counted from outside of our own code. */
export interface Traces {
  readonly nodes: number;
  /** Of the document's element: head, body and whatever hangs beside them. */
  readonly children: number;
  /** Anywhere in the page, in shadow roots too. */
  readonly listeners: number;
  readonly observers: number;
}

export const noTraces: Traces = { nodes: 0, children: 2, listeners: 0, observers: 0 };

/** What hangs on the page beside its own head and body: each closed root's text. The page's own world sees none of it. */
export async function sidebars(page: Page): Promise<string[]> {
  const text = (node: Node): string =>
    node.localName === 'style'
      ? ''
      : [node.nodeValue, ...(node.children ?? []).map(text)].join(' ').replace(/\s+/g, ' ').trim();
  const html = (await treeOf(page)).children?.find(({ localName }) => localName === 'html');
  return (html?.children ?? []).flatMap(({ shadowRoots = [] }) => shadowRoots.map(text));
}

export async function traces(page: Page): Promise<Traces> {
  const session = await page.context().newCDPSession(page);
  const ours = new Set<string>();
  session.on('Debugger.scriptParsed', ({ scriptId, url }) => {
    if (url.startsWith(`chrome-extension://${extensionId}/`)) ours.add(scriptId);
  });
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (
      (context.auxData as { type?: string }).type === 'isolated' &&
      context.origin.includes(extensionId)
    )
      worlds.push(context.id);
  });
  await session.send('Debugger.enable');
  await session.send('Runtime.enable');
  if (worlds.length === 0) throw new Error('Foothold was never on this page');
  // A world sees its own listeners only; an update leaves one behind and begins another.
  const found = await Promise.all(
    worlds.map(async (contextId) => {
      const see = (expression: string) =>
        session.send('Runtime.evaluate', { expression, contextId, objectGroup: 'traces' });
      return {
        listeners: await Promise.all(
          ['window', 'document'].map(async (target) => {
            const { result } = await see(target);
            const { listeners } = await session.send('DOMDebugger.getEventListeners', {
              objectId: result.objectId ?? '',
              depth: -1,
              pierce: true,
            });
            return listeners.filter(({ scriptId }) => ours.has(scriptId)).length;
          }),
        ),
        observers: await Promise.all(
          ['MutationObserver', 'PerformanceObserver', 'ResizeObserver'].map((name) =>
            instances(session, see, name),
          ),
        ),
      };
    }),
  );
  await session.detach();
  const sum = (counts: readonly (readonly number[])[]) =>
    counts.flat().reduce((all, count) => all + count, 0);
  return {
    nodes: (await sidebars(page)).length,
    children: await page.evaluate(() => document.documentElement.children.length),
    listeners: sum(found.map(({ listeners }) => listeners)),
    observers: sum(found.map(({ observers }) => observers)),
  };
}

/** How many of them are alive; what is garbage is collected first. */
async function instances(
  session: CDPSession,
  see: (expression: string) => Promise<{ result: { objectId?: string } }>,
  name: string,
): Promise<number> {
  const { result } = await see(`${name}.prototype`);
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
    objectGroup: 'traces',
  });
  const { result: length } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
  });
  return Number(length.value);
}
