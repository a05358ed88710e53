import { expect, it } from 'vitest';
import type { Proof } from '../../../lib/domain/taughtRule';
import { proposals } from '../../../lib/teach/proposals';

const seen = (...proofs: readonly Proof[]) => proofs.map((proof) => ({ proof, presses: 1 }));
const toast: Proof = { by: 'notice', selector: '[role="alert"]' };
const success: Proof = { by: 'notice', selector: '.alert-success' };
const closed: Proof = { by: 'form', selector: '[role="dialog"]' };
const saved: Proof = { by: 'request', shape: '/api/Call' };
const asks: Proof = { by: 'rep' };

it('offers the surest first, and to be asked last', () => {
  const ways = proposals(seen(closed, success), 1).map(({ proofs }) => proofs);
  expect(ways).toEqual([[success], [closed], [asks]]);
});

it('lets what may mean either stand alone only where nothing surer was seen', () => {
  expect(proposals(seen(toast, saved, closed), 1).map(({ proofs }) => proofs)).toEqual([
    [closed],
    [closed, toast],
    [closed, saved],
    [asks],
  ]);
  expect(proposals(seen(toast, saved), 1).map(({ proofs }) => proofs)).toEqual([
    [toast],
    [saved],
    [asks],
  ]);
});

it('says how many presses each would have counted', () => {
  const ways = proposals(
    [
      { proof: closed, presses: 2 },
      { proof: saved, presses: 1 },
    ],
    3,
  );
  expect(ways.map(({ presses }) => presses)).toEqual([2, 1, 3]);
});
