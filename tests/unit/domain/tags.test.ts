import { expect, test } from 'vitest';
import { actionKinds } from '../../../lib/domain/action';
import { fitting, tags, tagsFor } from '../../../lib/domain/tags';

test('only a call has an outcome, and only one', () => {
  expect(fitting(['connected', 'senior', 'next', 'note'], 'call')).toBe(true);
  expect(fitting(['connected', 'voicemail'], 'call')).toBe(false);
  expect(fitting(['connected'], 'email')).toBe(false);
  expect(fitting(['senior'], 'email')).toBe(true);
  expect(fitting(['senior', 'senior'], 'call')).toBe(false);
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
  expect(fitting([], 'learning')).toBe(true);
  expect(fitting(['senior'], 'learning')).toBe(false);
});
