import { expect, it } from 'vitest';
import type { Proof } from '../../../lib/domain/taughtRule';
import { proposals } from '../../../lib/teach/proposals';

const toast: Proof = { by: 'notice', selector: '[role="alert"]' };
const success: Proof = { by: 'notice', selector: '.alert-success' };
const closed: Proof = { by: 'form', selector: '[role="dialog"]' };
const typed: Proof = { by: 'text', selector: 'textarea' };
const saved: Proof = { by: 'request', shape: '/api/Call' };
const asks: Proof = { by: 'rep' };

const ways = (...presses: readonly (readonly Proof[])[]) =>
  proposals(presses).map(({ proofs }) => proofs);

it('offers the surest first, and to be asked last', () => {
  expect(ways([closed, success])).toEqual([[success], [closed], [asks]]);
});

it('lets what may mean either stand alone only where nothing surer was seen', () => {
  expect(ways([toast, typed])).toEqual([[typed], [typed, toast], [asks]]);
  expect(ways([toast, saved])).toEqual([[toast], [saved], [asks]]);
});

it('joins a form that closes to the request that came with it: calling off closes it, too', () => {
  expect(ways([closed, saved])).toEqual([[closed, saved], [closed], [asks]]);
});

it('joins what an edit shows as well to the request that an edit does not make', () => {
  expect(ways([success, saved])).toEqual([[success, saved], [success], [asks]]);
});

it('joins all to the address that the press leads to: whoever leaves a page leaves its form, too', () => {
  const arrived: Proof = { by: 'address', shape: '/contacts/*' };
  expect(ways([success, closed, arrived, saved])).toEqual([
    [arrived, saved],
    [success, arrived],
    [closed, arrived],
    [arrived],
    [asks],
  ]);
});

it('does not rest on a request alone that may as well read a list', () => {
  const listed: Proof = { by: 'request', shape: '/api/Call?max=*' };
  expect(ways([listed])).toEqual([[asks]]);
  expect(ways([saved])).toEqual([[saved], [asks]]);
  expect(ways([closed, listed])).toEqual([[closed, listed], [closed], [asks]]);
});

it('says how many presses each would have counted', () => {
  const offered = proposals([[closed], [closed, saved], [saved]]);
  expect(offered.map(({ proofs, presses }) => [proofs.length, presses])).toEqual([
    [2, 1],
    [1, 2],
    [1, 3],
  ]);
});
