import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { installDependencies, log, root, tool } from '../lab/steps.mjs';

/** `npm run bench:odds -- FILE.csv` with the columns series,date,hour,count: how good the odds would have been. */
const [file] = process.argv.slice(2);
if (!file) {
  console.error('npm run bench:odds -- FILE.csv    (columns series,date,hour,count)');
  process.exit(2);
}
await installDependencies(log);
// The compiler's settings extend what WXT writes.
if (!existsSync(`${root}.wxt/tsconfig.json`)) await tool('wxt', ['prepare'], { quiet: true });
const { runnerImport } = await import('vite');
const load = async (name) => {
  const options = { configFile: false, root, logLevel: 'error' };
  return (await runnerImport(`${root}tests/bench/${name}`, options)).module;
};

const { readSeries } = await load('series.ts');
const { report } = await load('report.ts');
const { cost } = await load('cost.ts');

let series;
try {
  series = readSeries(await readFile(file, 'utf8'));
} catch (error) {
  console.error(`${file}: ${error.message}`);
  process.exit(1);
}
const { lines, plot } = report(series);
console.log([...lines, '', ...(await cost())].join('\n'));
await mkdir(`${root}test-results`, { recursive: true });
await writeFile(`${root}test-results/odds-reliability.svg`, plot);
console.log('\nreliability plot: test-results/odds-reliability.svg');
