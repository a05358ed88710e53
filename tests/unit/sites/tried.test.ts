import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { actionKinds } from '../../../lib/domain/action';
import { sites } from '../../../lib/sites/registry';

const folder = fileURLToPath(new URL('../../browser', import.meta.url));
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** In full, or as LinkedIn's lab tells what was counted: `'message sales-message'`. */
function isNamed(id: string): boolean {
  const short = id.replace(/^linkedin\//, '');
  return new RegExp(`['\` ]${id}(?![\\w/-])|'(${actionKinds.join('|')}) ${short}'`).test(cases);
}

test('every rule has its cases in a real browser', () => {
  // `recordsOnly.test.ts` takes those that only log as it finds them.
  const ids = sites.flatMap(({ rules, logsOnly }) => (logsOnly ? [] : rules.map(({ id }) => id)));
  expect(ids.filter((id) => !isNamed(id))).toEqual([]);
});

test('a rule is not taken for tried because another is called alike', () => {
  expect(isNamed('atomic/stage-on-board')).toBe(true);
  expect(isNamed('atomic/stage-on')).toBe(false);
  expect(isNamed('linkedin/sales-message')).toBe(true);
  expect(isNamed('linkedin/sales')).toBe(false);
});
