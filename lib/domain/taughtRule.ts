import type { ActionKind } from './action';
import { proofSelectors } from './proofs';
import { isShape } from './shape';

/**
 * What shows that a press on a taught button did its work: a notice comes, the dialog or form goes, its text is gone, the
 * button changes, the address does, or the page's own request is answered. `rep`: nothing does, and the rep is asked.
 */
export type Proof =
  | { readonly by: 'notice' | 'form' | 'text' | 'state'; readonly selector: string }
  | { readonly by: 'request'; readonly shape: string }
  /** `page`: the kind of page it is, where the site knows. */
  | { readonly by: 'address'; readonly shape: string; readonly page?: string }
  /** The button itself goes, as one that leads to the next stage does. */
  | { readonly by: 'gone' }
  | { readonly by: 'rep' };

export const mostProofs = 2;

/** A rule that the rep made by pointing at a button. Data only: nothing in it is ever run. */
export interface TaughtRule {
  /** `taught/<random>`: the rule's name in the journal. */
  readonly id: `taught/${string}`;
  /** `https://crm.example.com`: it holds there and nowhere else. */
  readonly origin: string;
  readonly kind: ActionKind;
  /** What the rep calls it, at most 40 characters. Empty: it goes by its kind. */
  readonly name: string;
  readonly on: boolean;
  /** The button, as a selector. */
  readonly button: string;
  /** Names of fields in its form or dialog: another form may have a button like it. At most 3. */
  readonly beside: readonly string[];
  /** The shape of the addresses where it holds, and the kind of page where the site knows kinds of pages. */
  readonly place: string;
  readonly page?: string;
  /** All of them together. */
  readonly proofs: readonly [Proof, ...Proof[]];
}

/** Nothing in its address tells a record from others: it holds on that one page, not on pages like it. */
export function isOneAddress({ place, page }: Pick<TaughtRule, 'place' | 'page'>): boolean {
  return page === undefined && !place.includes('*');
}

/** A form's Save that was taught as a change of stage: nothing tells a save of it that changed something else. */
export function countsEverySave({ kind, beside }: Pick<TaughtRule, 'kind' | 'beside'>): boolean {
  return (kind === 'stage' || kind === 'win') && beside.length > 0;
}

/** No rep keeps more. */
export const mostTaught = 100;
export const longestTaughtName = 40;
const longestSelector = 300;
export const mostBeside = 3;

/**
 * Whether a selector is as simple as those that pointing makes: names, attributes with plain values, places among
 * siblings, and how they are nested. `:has()`, lists and everything that could match a whole page or keep a browser busy
 * are out.
 *
 * @example isPlainSelector('form[name="note"] > button:nth-of-type(2)') → true; isPlainSelector('*') → false
 */
export function isPlainSelector(selector: string): boolean {
  if (selector.length > longestSelector) return false;
  const parts = selector.split(/ > | /);
  return (
    parts.length <= 12 &&
    parts.every((part) => plainPart.test(part)) &&
    !bareTag.test(parts.at(-1) ?? '')
  );
}
const name = String.raw`-?(?:[A-Za-z_]|\\.)(?:[\w-]|\\.)*`;
const plainPart = new RegExp(
  String.raw`^(?=.)(?:[a-z][\w-]*)?(?:#${name}|\.${name}|\[${name}(?:="[\w:./-]*")?\]|:nth-(?:child|of-type)\(\d+\))*$`,
);
/** A mere tag says nothing, but for what is there to be pressed. */
const bareTag = /^(?!button$|a$|input$|summary$|label$)[a-z][\w-]*$/;

/**
 * Whether it can be the name of a field: what its makers call it, and no number of a record.
 *
 * @example isFieldName('contact[first_name]') → true; isFieldName('note-88213') → false
 */
export function isFieldName(name: string): boolean {
  return /^[a-z_][\w.[\]:-]{0,59}$/i.test(name) && !/\d{3}|[-_[]\d+\]?$/.test(name);
}

export function isProof(proof: unknown): proof is Proof {
  const { by, shape, selector } = (proof ?? {}) as Readonly<Record<string, unknown>>;
  if (by === 'address' || by === 'request') return typeof shape === 'string' && isShape(shape);
  return by === 'rep' || by === 'gone' || selectorsFor(by).some((one) => one === selector);
}

function selectorsFor(by: unknown): readonly string[] {
  const [, selectors = []] = Object.entries(proofSelectors).find(([name]) => name === by) ?? [];
  return selectors;
}
