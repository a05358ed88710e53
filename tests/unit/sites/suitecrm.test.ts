import { expect, test } from 'vitest';
import type { ActionKind } from '../../../lib/domain/action';
import { savedKinds } from '../../../lib/sites/suitecrm';

const is = (is: string, was = is) => ({ is, was });

test.each<[string, string, readonly ActionKind[]]>([
  ['Contacts', 'New', ['contact']],
  ['Accounts', '', ['company']],
  ['Leads', 'New', ['lead']],
  ['Calls', 'Held', ['call']],
  ['Calls', 'Planned', ['follow-up']],
  ['Calls', 'Not Held', []],
  ['Meetings', 'Planned', ['meeting']],
  ['Meetings', 'Held', ['meeting']],
  ['Meetings', 'Not Held', []],
  ['Tasks', 'Not Started', ['follow-up']],
  ['Tasks', 'Completed', ['task']],
  ['Tasks', 'Deferred', []],
  ['Notes', '', ['note']],
  ['Cases', 'New', []],
  ['', '', []],
])('new in %s, in the state “%s”: %j', (module, status, kinds) => {
  expect(savedKinds({ module: is(module), record: is(''), status: is(status) })).toEqual(kinds);
});

test.each<[string, string, string, readonly ActionKind[]]>([
  ['Calls', 'Planned', 'Held', ['call']],
  ['Calls', 'Held', 'Held', []],
  ['Calls', 'Held', 'Planned', []],
  ['Meetings', 'Planned', 'Held', []],
  ['Tasks', 'In Progress', 'Completed', ['task']],
  ['Tasks', 'Completed', 'Completed', []],
  ['Contacts', '', '', []],
])('edited in %s, from “%s” to “%s”: %j', (module, was, now, kinds) => {
  expect(savedKinds({ module: is(module), record: is('b1'), status: is(now, was) })).toEqual(kinds);
});

test('an opportunity counts when it is made, and by its stage', () => {
  const said = (record: string, stage: ReturnType<typeof is>) =>
    savedKinds({ module: is('Opportunities'), record: is(record), stage });
  expect(said('', is('Prospecting'))).toEqual(['opportunity']);
  expect(said('', is('Closed Won'))).toEqual(['opportunity', 'win']);
  expect(said('b1', is('Negotiation/Review', 'Prospecting'))).toEqual(['stage']);
  expect(said('b1', is('Closed Won', 'Prospecting'))).toEqual(['win']);
  expect(said('b1', is('Closed Won'))).toEqual([]);
});
