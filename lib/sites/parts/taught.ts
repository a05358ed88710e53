import { isShape, requestsOf, shapeOf } from '../../domain/shape';
import type { Proof, TaughtRule } from '../../domain/taughtRule';
import type { AllOf, Confirmation, Page, PageKind, Rule, Selector, Site } from '../site';

/** Complaints as most applications make them; what the rep has shown is only how it looks when it goes well. */
export const complaints: Selector = [
  [
    '[role="alert"][class*="error" i]',
    '[role="alert"][class*="danger" i]',
    '[data-sonner-toast][data-type="error"]',
    '.alert-danger',
    '.toast-error',
    '.Toastify__toast--error',
    '.notification-error',
    '[aria-invalid="true"]',
  ].join(),
];

const seconds = 1000;
/** How long a press may wait for its proof. */
export const taughtWithin = 20 * seconds;

const pageAt = (shape: string) => `at ${shape}`;

/** No page of the site's own: it says of an address only that it is none of the others. */
const isRest = ({ kind }: Page) => kind.endsWith('elsewhere');

/**
 * A site with what the rep has taught there: the same pages and rules, and more. Addresses that a taught rule waits for
 * become kinds of page of their own where the site knows none.
 */
export function withTaught(site: Site, taught: readonly TaughtRule[]): Site {
  if (taught.length === 0) return site;
  const found = site.pages.findIndex(isRest);
  const before = found < 0 ? site.pages : site.pages.slice(0, found);
  const rest = found < 0 ? [{ kind: 'elsewhere', test: () => true }] : site.pages.slice(found);
  const kinds = before.map(({ kind }) => kind);
  const shapes = new Set(
    taught.flatMap(({ proofs }) =>
      proofs.flatMap((proof) =>
        proof.by === 'address' && !knows(kinds, proof.page) ? [proof.shape] : [],
      ),
    ),
  );
  const awaited = [...shapes].map((shape) => ({
    kind: pageAt(shape),
    test: (url: URL) => shapeOf(url) === shape,
  }));
  const restKinds = rest.map(({ kind }) => kind);
  const awaitedKinds = awaited.map(({ kind }) => kind);
  const alsoThere = (rule: Rule) =>
    rule.on.some((kind) => restKinds.includes(kind))
      ? { ...rule, on: [...rule.on, ...awaitedKinds] }
      : rule;
  const pages = [...before, ...awaited, ...rest];
  return {
    ...site,
    logsOnly: false,
    pages,
    rules: [...site.rules, ...taught.map((rule) => asRule(rule, pages))].map(alsoThere),
  };
}

function knows(kinds: readonly PageKind[], page: PageKind | undefined): page is PageKind {
  return page !== undefined && kinds.includes(page);
}

/** What the rep has taught, in the words that detection understands. */
export function asRule(
  { id, kind, button, page, proofs }: Omit<TaughtRule, 'name' | 'on' | 'origin'>,
  pages: readonly Page[],
): Rule {
  const kinds = pages.map((one) => one.kind);
  return {
    id,
    // Where the rep has said since that the site is another, its kinds of page are others, too.
    on: knows(kinds, page) ? [page] : kinds,
    intents: [{ event: 'click', target: [button] }],
    kind,
    confirm: [proofs.map((proof) => confirmationOf(proof, kinds)) as unknown as AllOf],
    fails: complaints,
    within: taughtWithin,
    once: 'occurrence',
  };
}

function confirmationOf(proof: Proof, kinds: readonly PageKind[]): Confirmation {
  switch (proof.by) {
    case 'notice':
      return { appears: [proof.selector] };
    case 'form':
      return { vanishes: [proof.selector] };
    case 'text':
      return { empties: [proof.selector] };
    case 'state':
      return { becomes: [proof.selector] };
    case 'address':
      return { arrives: knows(kinds, proof.page) ? proof.page : pageAt(proof.shape) };
    case 'request':
      return { request: requestsOf(proof.shape) };
    case 'rep':
      return { none: 'ask' };
    default:
      return proof satisfies never;
  }
}

/** What it shows that a page of another address has come; undefined where the two are of one shape. */
export function addressProof(site: Site, from: URL, to: URL): Proof | undefined {
  const shape = shapeOf(to);
  if (shape === shapeOf(from) || !isShape(shape)) return undefined;
  const page = site.pages.find((one) => one.test(to));
  return { by: 'address', shape, ...(page && !isRest(page) && { page: page.kind }) };
}
