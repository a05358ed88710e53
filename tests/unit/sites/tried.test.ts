import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { actionKinds } from '../../../lib/domain/action';
import { sites } from '../../../lib/sites/registry';

const isAsleep = /^(?:it|test|describe)\.(?:skip|todo)\b/;
const folder = fileURLToPath(new URL('../../browser', import.meta.url));
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => saidBy(readFileSync(join(folder, name), 'utf8')))
  .join('\n');

/** What a test says in quotes: not in a comment, nor in a case that is skipped or to do. */
function saidBy(source: string): string {
  const said: string[] = [];
  const listen = (node: ts.Node) => {
    if (ts.isCallExpression(node) && isAsleep.test(node.expression.getText())) return;
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      said.push(`'${node.text}'`);
    ts.forEachChild(node, listen);
  };
  listen(ts.createSourceFile('cases.ts', source, ts.ScriptTarget.ESNext, true));
  return said.join('\n');
}

/** In full, or as LinkedIn's lab tells what was counted: `'message sales-message'`. */
function isNamed(id: string, where = cases): boolean {
  const short = id.replace(/^linkedin\//, '');
  return new RegExp(`[' ]${id}(?![\\w/-])|'(${actionKinds.join('|')}) ${short}'`).test(where);
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

test.each([
  ["it('counts', () => counted(['call crm/call']));", true],
  ["it.each(['crm/call'])('%s counts', tried);", true],
  ["describe.skipIf(away)('crm', () => { tried('crm/call'); });", true],
  ['it(`counts ${once}`, () => counted(`call crm/call`));', true],
  ["it('counts'); // 'crm/call'", false],
  ["/* it('counts', () => counted('crm/call')); */", false],
  ["it.skip('counts', () => counted(['call crm/call']));", false],
  ["it.skip.each(['crm/call'])('%s counts', tried);", false],
  ["it.todo('counts crm/call');", false],
  ["describe.skip('crm', () => { it('counts', () => tried('crm/call')); });", false],
])('a case that does not run has tried nothing: %s %s', (source, runs) => {
  expect(isNamed('crm/call', saidBy(source))).toBe(runs);
});
