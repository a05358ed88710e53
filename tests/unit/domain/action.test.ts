import { describe, expect, test } from 'vitest';
import { absorbs, actionId } from '../../../lib/domain/action';

const dial = {
  kind: 'call',
  at: Date.UTC(2026, 2, 2, 9, 4),
  via: 'one-click',
  rule: 'salesforce/tel',
  subject: 'k3',
} as const;
const saved = {
  kind: 'call',
  at: dial.at + 7 * 60_000,
  via: 'page',
  rule: 'salesforce/log-a-call',
  subject: 'k3',
} as const;
const { subject: _ofDial, ...dialOfNobody } = dial;
const { subject: _ofSaved, ...savedOfNobody } = saved;

test('a row is named by occurrence and kind', () => {
  expect(actionId('aGk_3', 'follow-up')).toBe('aGk_3/follow-up');
});

describe('a saved call is the dial before it', () => {
  test('for the same record, within two hours', () => {
    expect(absorbs(dial, saved)).toBe(true);
    expect(absorbs({ ...dial, via: 'page' }, saved)).toBe(true);
    expect(absorbs(dial, { ...saved, at: dial.at + 7_200_000 })).toBe(true);
  });

  test.each([
    ['another record', dial, { ...saved, subject: 'k4' }],
    ['no record', dialOfNobody, savedOfNobody],
    ['too late', dial, { ...saved, at: dial.at + 7_200_001 }],
    ['saved before', dial, { ...saved, at: dial.at - 1 }],
    ['the dial itself', dial, dial],
    ['another dial', dial, { ...saved, rule: 'hubspot/tel' }],
    ['logged by hand', dial, { ...saved, via: 'manual' as const }],
    ['not a dial', { ...dial, rule: 'salesforce/log-a-call' }, saved],
    ['another kind', dial, { ...saved, kind: 'meeting' as const }],
    ['an undone dial', { ...dial, voidedAt: saved.at }, saved],
  ])('but not: %s', (_, first, second) => {
    expect(absorbs(first, second)).toBe(false);
  });
});

describe('a mail from a window that a link has opened is the link before it', () => {
  const link = {
    kind: 'email',
    at: 1000,
    via: 'one-click',
    rule: 'atomic/mailto',
    subject: 'k3',
  } as const;
  const sent = { kind: 'email', at: 61_000, via: 'page', rule: 'gmail/opened' } as const;

  test('whatever record the link stood on, as the mail names none', () => {
    expect(absorbs(link, sent)).toBe(true);
  });

  test.each([
    ['too late', link, { ...sent, at: link.at + 7_200_001 }],
    ['sent before', link, { ...sent, at: link.at - 1 }],
    ['from the own mailbox', link, { ...sent, rule: 'gmail/mailbox' }],
    ['one that is known to be of another link', link, { ...sent, subject: 'k4' }],
    ['after a phone link', { ...link, rule: 'atomic/tel' }, sent],
    ['an undone link', { ...link, voidedAt: 2000 }, sent],
  ])('but not: %s', (_, first, second) => {
    expect(absorbs(first, second)).toBe(false);
  });
});
