import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** `npm run bench:odds -- FILE.csv` with the columns series,date,hour,count: how good the odds would have been. */
const [file] = process.argv.slice(2);
if (!file) {
  console.error('npm run bench:odds -- FILE.csv    (columns series,date,hour,count)');
  process.exit(2);
}
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const load = async (name) =>
  (await runnerImport(here(name), { configFile: false, logLevel: 'error' })).module;

const { readSeries } = await load('series.ts');
const { report } = await load('report.ts');

const series = readSeries(await readFile(file, 'utf8'));
const { lines, plot } = report(series);
console.log(lines.join('\n'));
const results = here('../../test-results/');
await mkdir(results, { recursive: true });
await writeFile(`${results}odds-reliability.svg`, plot);
console.log('\nreliability plot: test-results/odds-reliability.svg');
