import type { Page } from 'playwright-core';

/** A node as the browser itself has it. */
export interface Node {
  readonly nodeName: string;
  readonly localName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly shadowRootType?: string;
  readonly shadowRoots?: readonly Node[];
  readonly children?: readonly Node[];
}

/** The document and all in it, closed shadow roots too, which the page's own world cannot show. */
export async function treeOf(page: Page): Promise<Node> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  return root;
}

/** Everything that is in the page, one line a node, and its style sheets as the page has them. */
export async function wholePage(page: Page): Promise<string[]> {
  const root = await treeOf(page);
  const sheets = await page.evaluate(() => [
    document.styleSheets.length,
    document.adoptedStyleSheets.length,
    document.querySelectorAll('style, link').length,
    [...document.styleSheets].reduce((sum, { cssRules }) => sum + cssRules.length, 0),
  ]);
  return [...lines(root), JSON.stringify(sheets)];
}

function lines({ nodeName, nodeValue, ...node }: Node, depth = 0): string[] {
  const own = JSON.stringify([depth, nodeName, nodeValue, node.attributes, node.shadowRootType]);
  const inside = [...(node.shadowRoots ?? []), ...(node.children ?? [])];
  return [own, ...inside.flatMap((one) => lines(one, depth + 1))];
}
