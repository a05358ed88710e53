import { requestsOf, shapeOf } from '../../domain/shape';
import type { Proof, TaughtRule } from '../../domain/taughtRule';
import type { AllOf, Confirmation, PageKind, Rule, Selector, Site } from '../site';

/** Complaints as most applications make them; what the rep has shown is only how it looks when it goes well. */
export const complaints: Selector = [
  [
    '[role="alert"][class*="error" i]',
    '[role="alert"][class*="danger" i]',
    '[data-sonner-toast][data-type="error"]',
    '.alert-danger',
    '.toast-error',
    '.Toastify__toast--error',
    '[aria-invalid="true"]',
  ].join(),
];

const seconds = 1000;
/** How long a press may wait for its proof. */
export const taughtWithin = 20 * seconds;

export const pageAt = (shape: string) => `at ${shape}`;

/** No page of the site's own: it says of an address only that it is none of the others. */
export const isRest = (kind: PageKind) => kind.endsWith('elsewhere');

/**
 * A site with what the rep has taught there: the same pages and rules, and more. Addresses where a taught rule holds, and
 * those that it waits for, become kinds of page of their own where the site knows none.
 */
export function withTaught(site: Site, taught: readonly TaughtRule[]): Site {
  if (taught.length === 0) return site;
  const kinds = site.pages.flatMap(({ kind }) => (isRest(kind) ? [] : [kind]));
  const named = taught
    .flatMap(({ place, page, proofs }) => [
      { shape: place, page },
      ...proofs.filter((proof) => proof.by === 'address'),
    ])
    .map((address) => kindAt(address, kinds))
    .filter((kind) => !kinds.includes(kind));
  const own = site.rules.map((rule) => ({
    ...rule,
    // Also where an address has become a kind of its own.
    on: [...rule.on, ...(rule.on.some(isRest) ? named : [])],
  }));
  return {
    ...site,
    logsOnly: false,
    pages: site.pages.flatMap((page) => [
      ...(isRest(page.kind) ? named : []).map((kind) => ({
        ...page,
        kind,
        test: (url: URL) => page.test(url) && pageAt(shapeOf(url)) === kind,
      })),
      page,
    ]),
    rules: [
      ...own,
      ...taught.map((rule) =>
        asRule(rule, kindAt({ shape: rule.place, page: rule.page }, kinds), kinds, own),
      ),
    ],
  };
}

/** An address by its shape, and the kind of page it is, where that was known. */
interface Address {
  readonly shape: string;
  readonly page?: PageKind | undefined;
}

function kindAt({ shape, page }: Address, kinds: readonly PageKind[]): PageKind {
  return page !== undefined && kinds.includes(page) ? page : pageAt(shape);
}

/** What of a taught rule says what a press on its button is. */
type Button = Pick<TaughtRule, 'id' | 'kind' | 'button' | 'beside' | 'proofs'>;

/** What a button belongs to. */
const parts = 'form, [role="dialog"], dialog';
const fields = 'input, select, textarea';
/** What else in there is pressed: to call it off, or for something else. */
const others = ':is(button,a,[role="button"],[type="button"],[type="submit"])';

/**
 * What the rep has taught, in the words that detection understands. `kinds`: those that the site knows. `own`: the site's
 * own rules, whose presses it leaves to them.
 */
export function asRule(
  { id, kind, button, beside, proofs }: Button,
  page: PageKind,
  kinds: readonly PageKind[] = [],
  own: readonly Rule[] = [],
): Rule {
  const confirm = proofs.flatMap((proof) => confirmationsOf(proof, button, kinds));
  return {
    id,
    on: [page],
    intents: [
      {
        event: 'click',
        target: [button],
        accept: (target) => {
          const form = formOf(target);
          const among = form && beside.length > 0 ? form : target.ownerDocument;
          return (
            !own.some((rule) => rule.on.includes(page) && isOf(rule, target)) &&
            beside.every((name) => form?.querySelector(`:is(${fields})[name="${name}"]`)) &&
            // What has become one of many is no longer the one that was meant.
            [...among.querySelectorAll(button)].filter((one) => one.checkVisibility()).length ===
              1 &&
            // The browser itself will not let it through.
            !form?.matches('form:not([novalidate]):invalid')
          );
        },
      },
    ],
    kind,
    confirm: [confirm as unknown as AllOf],
    fails: complaints,
    // Whoever goes on while nothing has been answered takes away, and brings, what a success would. A text that is emptied
    // by keys alone is not told from one that was sent.
    cancels: [
      `:is(:is(${parts}):has(${button}) ${others},a[href]:not([href="#"])):not(${button},${button} *)`,
      ...proofs.flatMap((proof) => (proof.by === 'text' ? [proof.selector] : [])),
    ],
    here: proofs.every(({ by }) => by !== 'address'),
    within: taughtWithin,
    once: 'occurrence',
    // Drawn anew it is still there.
    ...(proofs.some(({ by }) => by === 'gone') && { identity: () => id }),
  };
}

/**
 * Whether a press on this is for a rule of the site, which counts it or asks about it. Where `accept` may look at what
 * opened a dialog, or at a text that is yet to be written, its no is none. One that throws counts nothing.
 */
export function isOf({ intents, opener, confirm }: Rule, thing: Element): boolean {
  const cannotTell = opener ?? confirm.flat().some((one) => 'empties' in one);
  try {
    return intents.some((intent) => {
      const target = intent.target.join();
      const found =
        !intent.keys &&
        intent.event !== 'drop' &&
        (thing.closest(target) ?? thing.querySelector(target));
      return found && (cannotTell || intent.accept?.(found) !== false);
    });
  } catch {
    return false;
  }
}

export function formOf(button: Element): Element | null {
  return button.closest(parts);
}

/** What the fields around a button are called, in the nearest form or dialog. */
export function fieldNames(button: Element): readonly string[] {
  const all = [...(formOf(button)?.querySelectorAll(`:is(${fields})[name]`) ?? [])];
  return all.map((field) => field.getAttribute('name') ?? '');
}

function confirmationsOf(
  proof: Proof,
  button: string,
  kinds: readonly PageKind[],
): readonly Confirmation[] {
  switch (proof.by) {
    case 'notice':
      return [{ appears: [proof.selector] }];
    case 'form':
      return [{ vanishes: [proof.selector] }];
    case 'text':
      return [{ empties: [proof.selector] }];
    case 'state':
      return [{ becomes: [proof.selector] }];
    case 'gone':
      return [{ leaves: [button] }, { holds: 1 * seconds }];
    case 'address':
      return [{ arrives: kindAt(proof, kinds) }];
    case 'request':
      return [{ request: requestsOf(proof.shape) }];
    case 'rep':
      return [{ none: 'ask' }];
    default:
      return proof satisfies never;
  }
}
