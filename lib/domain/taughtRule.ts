import type { ActionKind } from './action';
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
  | { readonly by: 'rep' };
export type ProofBy = Proof['by'];

export const proofsBySelector = ['notice', 'form', 'text', 'state'] as const;
const proofsByShape = ['address', 'request'] as const;

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
  /** The kind of page where it was taught, where the site knows kinds of pages. */
  readonly page?: string;
  /** All of them together. */
  readonly proofs: readonly [Proof, ...Proof[]];
}

/** No rep keeps more. */
export const mostTaught = 100;
export const longestTaughtName = 40;
const longestSelector = 300;

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
  return parts.length <= 12 && parts.every((part) => plainPart.test(part));
}
const name = String.raw`(?:[\w-]|\\.)+`;
const plainPart = new RegExp(
  String.raw`^(?=.)(?:[a-z][\w-]*)?(?:#${name}|\.${name}|\[[\w-]+(?:[*^]?="[\w:./ -]*")?\]|:nth-(?:child|of-type)\(\d+\)|:checked)*$`,
);

export function isProof(proof: unknown): proof is Proof {
  if (typeof proof !== 'object' || proof === null || !('by' in proof)) return false;
  const { by } = proof;
  if (by === 'rep') return true;
  if (proofsBySelector.some((one) => one === by))
    return (
      'selector' in proof && typeof proof.selector === 'string' && isPlainSelector(proof.selector)
    );
  return (
    proofsByShape.some((one) => one === by) &&
    'shape' in proof &&
    typeof proof.shape === 'string' &&
    isShape(proof.shape)
  );
}
