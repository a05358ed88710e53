import { expect, test } from 'vitest';
import { actionKinds } from '../../../lib/domain/action';
import { fitting, remarksFor } from '../../../lib/domain/remarks';
import { tags, tagsFor } from '../../../lib/domain/tags';

test('only a call has an outcome, and only one', () => {
  expect(fitting({ tags: ['connected', 'senior', 'next', 'note'] }, 'call')).toBe(true);
  expect(fitting({ tags: ['connected', 'voicemail'] }, 'call')).toBe(false);
  expect(fitting({ tags: ['connected'] }, 'email')).toBe(false);
  expect(fitting({ tags: ['senior'] }, 'email')).toBe(true);
  expect(fitting({ tags: ['senior', 'senior'] }, 'call')).toBe(false);
});

test('where nobody is at the other end there is nothing to say', () => {
  expect(actionKinds.filter((kind) => tagsFor(kind).length > 0)).toEqual([
    'call',
    'email',
    'connection',
    'message',
    'comment',
    'meeting',
  ]);
  expect(tagsFor('call')).toEqual(tags);
  expect(fitting({ tags: [] }, 'learning')).toBe(true);
  expect(fitting({ tags: ['senior'] }, 'learning')).toBe(false);
});

test('only learning and networking are measured, in what suits them', () => {
  const amount = (count: number, unit: 'minutes' | 'pages') => ({ amount: { count, unit } });
  expect(fitting(amount(30, 'minutes'), 'learning')).toBe(true);
  expect(fitting(amount(12, 'pages'), 'learning')).toBe(true);
  expect(fitting(amount(30, 'minutes'), 'networking')).toBe(true);
  expect(fitting(amount(12, 'pages'), 'networking')).toBe(false);
  expect(fitting(amount(30, 'minutes'), 'call')).toBe(false);
  for (const count of [0, -5, 0.5, 1000, NaN, Infinity])
    expect(fitting(amount(count, 'minutes'), 'learning')).toBe(false);
});

test('of remarks a kind keeps what it can have', () => {
  const all = { tags: ['connected', 'next'], amount: { count: 5, unit: 'pages' } } as const;
  expect(remarksFor('call', all)).toEqual({ tags: ['connected', 'next'] });
  expect(remarksFor('email', all)).toEqual({ tags: ['next'] });
  expect(remarksFor('learning', all)).toEqual({ amount: { count: 5, unit: 'pages' } });
  expect(remarksFor('networking', all)).toEqual({});
});
