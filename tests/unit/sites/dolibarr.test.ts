import { expect, test } from 'vitest';
import type { ActionKind } from '../../../lib/domain/action';
import { eventKinds } from '../../../lib/sites/dolibarr';

test.each<[string | undefined, string | undefined, readonly ActionKind[]]>([
  ['AC_TEL', '100', ['call']],
  ['AC_TEL', '50', ['follow-up']],
  ['AC_TEL', '0', ['follow-up']],
  ['AC_TEL', '-1', []],
  ['AC_TEL', undefined, []],
  ['AC_RDV', '-1', ['meeting']],
  ['AC_RDV', '100', ['meeting']],
  ['AC_OTH', '0', ['follow-up']],
  ['AC_OTH', '100', ['task']],
  [undefined, '100', ['task']],
])('an event %s at %s is %j', (code, complete, kinds) => {
  const reading = (is: string | undefined) => (is === undefined ? {} : { is, was: is });
  const said = { code: reading(code), complete: reading(complete) };
  const values = Object.fromEntries(Object.entries(said).filter(([, one]) => 'is' in one));
  expect(eventKinds(values as Parameters<typeof eventKinds>[0])).toEqual(kinds);
});
