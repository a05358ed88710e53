import type { Proposal } from '../domain/lesson';
import type { Proof } from '../domain/taughtRule';

/** Notices that only ever say yes. */
const glad = [
  '[data-sonner-toast][data-type="success"]',
  '[role="alert"][class*="success"]',
  '[role="status"][class*="success"]',
  '.alert-success',
  '.toast-success',
  '.Toastify__toast--success',
  '.notification-success',
] as const;
/** Notices that may say anything. */
const notices = [
  '[data-sonner-toast]',
  '[role="alert"]',
  '[role="status"]',
  '.alert',
  '[class*="toast"]',
  '[class*="snackbar"]',
  '[class*="notification"]',
] as const;
const forms = ['[role="dialog"]', 'dialog', '[role="alertdialog"]', '.modal', 'form'] as const;
const texts = ['textarea', '[contenteditable="true"]', 'input[type="text"]'] as const;
const states = [
  ':checked',
  '[aria-checked="true"]',
  '[aria-pressed="true"]',
  '[aria-selected="true"]',
  '[aria-current="step"]',
  '[aria-current="true"]',
  '[data-state="checked"]',
  '[data-state="on"]',
  '[data-state="active"]',
  '.selected',
  '.completed',
  '.done',
  '.active',
] as const;

/** Everything about a page that may show that a press did its work, the surest first. */
export const plausible: readonly Proof[] = [
  ...glad.map((selector) => ({ by: 'notice', selector }) as const),
  ...states.map((selector) => ({ by: 'state', selector }) as const),
  ...forms.map((selector) => ({ by: 'form', selector }) as const),
  ...texts.map((selector) => ({ by: 'text', selector }) as const),
  ...notices.map((selector) => ({ by: 'notice', selector }) as const),
];

/** A proof and how many presses it has confirmed. */
export interface Confirmed {
  readonly proof: Proof;
  readonly presses: number;
}

/** The surest first. */
const sorts = ['glad', 'state', 'form', 'address', 'text', 'notice', 'request', 'rep'] as const;

function sortOf(proof: Proof): (typeof sorts)[number] {
  return proof.by === 'notice' && glad.some((selector) => selector === proof.selector)
    ? 'glad'
    : proof.by;
}

function rankOf(proof: Proof): number {
  return (
    sorts.indexOf(sortOf(proof)) * plausible.length +
    plausible.findIndex((one) => isSame(one, proof))
  );
}

function isSame(a: Proof, b: Proof): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** It may come with a failure or with a mere reading as well, so it does not stand alone where something surer was seen. */
function isVague(proof: Proof): boolean {
  return ['notice', 'request'].includes(sortOf(proof));
}

/**
 * What to offer when these were seen to confirm presses: one way of each sort, the surest first, and at last to ask each
 * time. A vague one is joined to the surest.
 */
export function proposals(seen: readonly Confirmed[], pressed: number): readonly Proposal[] {
  const sorted = seen.toSorted(
    (a, b) => b.presses - a.presses || rankOf(a.proof) - rankOf(b.proof),
  );
  const best = sorted.filter(
    ({ proof }, index) => sorted.findIndex((one) => one.proof.by === proof.by) === index,
  );
  const surest = best.find(({ proof }) => !isVague(proof));
  const ways = best.map(({ proof, presses }): Proposal => {
    const joined = surest && isVague(proof);
    return {
      proofs: joined ? [surest.proof, proof] : [proof],
      presses: joined ? Math.min(presses, surest.presses) : presses,
    };
  });
  const sure = ({ proofs: [first, second] }: Proposal) => !second && !isVague(first);
  return [
    ...ways.filter(sure),
    ...ways.filter((way) => !sure(way)),
    { proofs: [{ by: 'rep' }], presses: pressed },
  ];
}
