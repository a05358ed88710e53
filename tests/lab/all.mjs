import { readFile, rm } from 'node:fs/promises';
import { needChromium } from './chromium.mjs';
import { fetchCrm } from './crm/fetch.mjs';
import { needScreen } from './screen.mjs';
import { installDependencies, log, root, run, tool } from './steps.mjs';
import { prepareDatabase } from './tryton/database.mjs';
import { needTryton, trytonHere } from './tryton/packages.mjs';

/** `npm test`: installs what is missing and runs everything, then says `N passed, N failed` over all of it. */
let passed = 0;
let failed = 0;
let notRun = 0;

async function check(name, command, args) {
  await checkBy(name, () => tool(command, args));
}

async function checkBy(name, begin) {
  log(name);
  const ok = (await begin()) === 0;
  if (ok) passed += 1;
  else failed += 1;
  console.log(`${ok ? '✓' : '✗'} ${name}`);
}

async function suite(name, args, env) {
  log(name);
  const report = `${root}test-results/${name}.json`;
  await rm(report, { force: true });
  const code = await tool(
    'vitest',
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { env },
  );
  const result = await readFile(report, 'utf8').then(JSON.parse, () => null);
  passed += result?.numPassedTests ?? 0;
  // Some need what this machine may not have; a name that begins with "not run" says what.
  const tests = result?.testResults.flatMap((file) => file.assertionResults) ?? [];
  for (const { title } of tests.filter((test) => test.title.startsWith('not run'))) {
    notRun += 1;
    log(title);
  }
  // A file that does not even load fails no test, nor does an error outside all tests; neither must pass for that.
  failed += Math.max(result?.numFailedTests ?? 0, code === 0 && result?.success ? 0 : 1);
}

async function checkSources() {
  await check('types', 'tsc', ['--noEmit']);
  await check('format', 'prettier', ['--check', '.', '--log-level=warn']);
  await check('lint', 'eslint', ['.', '--max-warnings=0']);
  await check('layers', 'depcruise', ['lib', 'components', 'entrypoints', '--output-type=err']);
  await check('what ships in the page', 'depcruise', [
    ...['lib', 'components', 'entrypoints', '--output-type=err'],
    '--config=.dependency-cruiser.shipped.cjs',
  ]);
}

async function build() {
  await check('build', 'wxt', ['build']);
  await check('lab build', 'wxt', ['build', '--mode=lab']);
  await check('firefox build', 'wxt', ['build', '--browser=firefox']);
}

await installDependencies(log);
const CHROMIUM = await needChromium(log);
await needScreen(log);
await fetchCrm({ log });
await needTryton(log);
// Half a minute the first time, while the checks run; the test of it says what is wrong, if anything is.
const database = trytonHere() === null ? null : prepareDatabase({ log }).catch(() => null);

await tool('wxt', ['prepare'], { quiet: true });
// Side by side, for two cores.
await Promise.all([checkSources(), build()]);
await suite('units', []);
await suite('built', ['--config=tests/built.config.ts']);
await checkBy('demo', () =>
  run(process.execPath, [`${root}tests/lab/demo.mjs`, '--headless'], { env: { CHROMIUM } }),
);
await database;
await suite('browser', ['--config=tests/browser.config.ts'], { CHROMIUM });

console.log(`\n${passed} passed, ${failed} failed${notRun ? `, ${notRun} part not run` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;
