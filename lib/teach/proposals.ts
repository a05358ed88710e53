import type { Proposal } from '../domain/lesson';
import { gladNotices, proofSelectors } from '../domain/proofs';
import type { Proof } from '../domain/taughtRule';

/** Everything about a page that may show that a press did its work. */
export const plausible: readonly Proof[] = [
  ...(['notice', 'state', 'form', 'text'] as const).flatMap((by) =>
    proofSelectors[by].map((selector) => ({ by, selector })),
  ),
  { by: 'gone' },
];

/** The surest first. */
const sorts = [
  'glad',
  'state',
  'form',
  'address',
  'text',
  'gone',
  'notice',
  'request',
  'rep',
] as const;

function sortOf(proof: Proof): (typeof sorts)[number] {
  return proof.by === 'notice' && gladNotices.some((selector) => selector === proof.selector)
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

/** A list that is read once more asks with a query; with nothing else to go by it would be taken for the deed. */
function mayBeAList(proof: Proof): boolean {
  return proof.by === 'request' && proof.shape.includes('?');
}

/**
 * What to offer when presses were seen to be confirmed by these: one way of each sort, the surest first, and at last to
 * ask each time. A vague one is joined to the surest. Before all comes the request that only this press makes, so joined:
 * calling off closes a form, too, and an edit shows on the page what a first saving does. Where the press leads to
 * another address, everything is joined to that: what else a page shows when it is left shows whoever leaves it.
 *
 * @param presses what each press has shown
 */
export function proposals(presses: readonly (readonly Proof[])[]): readonly Proposal[] {
  const shown = (proofs: Proposal['proofs']): Proposal => ({
    proofs,
    presses: presses.filter((press) =>
      proofs.every((proof) => proof.by === 'rep' || press.some((one) => isSame(one, proof))),
    ).length,
  });
  const timesOf = (proof: Proof) => shown([proof]).presses;
  const seen = presses.flat().toSorted((a, b) => timesOf(b) - timesOf(a) || rankOf(a) - rankOf(b));
  const first = (proof: Proof, index: number) =>
    seen.findIndex(({ by }) => by === proof.by) === index;
  // A form that goes takes its button along.
  const closes = seen.some(({ by }) => by === 'form');
  const best = seen.filter(first).filter(({ by }) => by !== 'gone' || !closes);
  const sure = best.filter((proof) => !isVague(proof));
  const vague = best.filter(isVague);
  const address = sure.find(({ by }) => by === 'address');
  const surest = address ?? sure[0];
  const joined = vague
    .filter((proof) => surest !== undefined || !mayBeAList(proof))
    .map((proof) => shown(surest ? [surest, proof] : [proof]));
  const byRequest = joined.filter(({ proofs: [, second] }) => second?.by === 'request');
  return [
    ...byRequest,
    ...sure.map((proof) => shown(address && proof !== address ? [proof, address] : [proof])),
    ...joined.filter((way) => !byRequest.includes(way)),
    shown([{ by: 'rep' }]),
  ];
}
