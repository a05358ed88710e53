import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../cache.mjs';
import { run } from '../steps.mjs';
import { trytonHere } from './packages.mjs';
import { date, decimal } from './rpc.mjs';
import { database, startTryton, user, writeSettings } from './server.mjs';

/**
 * A database with the modules in it, one company, a rep who works there and a customer. It takes half a minute to make,
 * so it is kept, and made anew where the packages or what makes it are others.
 *
 * @param {{ log?: (text: string) => void }} [options]
 * @returns {Promise<string>} its file
 */
export async function prepareDatabase({ log = () => {} } = {}) {
  const made = createHash('sha256')
    .update(String(trytonHere()))
    .update(await readFile(fileURLToPath(import.meta.url)))
    .digest('hex')
    .slice(0, 16);
  const file = join(cacheFolder(), `tryton-${made}.sqlite`);
  if (existsSync(file)) return file;
  log('preparing a database for Tryton (half a minute)');
  await mkdir(cacheFolder(), { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'foothold-tryton-database-'));
  try {
    const empty = join(folder, `${database}.sqlite`);
    await writeFile(empty, '');
    await administer(folder, ['--all', '--email', 'rep@example.com']);
    await administer(folder, ['-u', 'party', 'sale_opportunity', '--activate-dependencies']);
    const server = await startTryton(empty);
    // Two runs may start at once on a fresh cache: each has a file of its own until it is whole.
    const whole = `${file}.${randomUUID()}`;
    try {
      await furnish(server.call);
      await cp(server.file, whole);
    } finally {
      await server.close();
    }
    await rename(whole, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return file;
}

/** @param {string} folder @param {string[]} words */
async function administer(folder, words) {
  const settings = await writeSettings({ folder });
  const password = join(folder, 'password');
  await writeFile(password, user.password);
  const code = await run('trytond-admin', ['-c', settings, '-d', database, ...words], {
    env: { TRYTONPASSFILE: password },
    quiet: true,
  });
  if (code !== 0) throw new Error(`trytond-admin ${words.join(' ')} ended with ${code}`);
}

/** @param {(method: string, ...params: any[]) => Promise<any>} call */
async function furnish(call) {
  const create = (model, ...rows) => call(`model.${model}.create`, rows, {});
  const [currency] = await create('currency.currency', {
    name: 'Euro',
    code: 'EUR',
    symbol: '€',
    rounding: decimal('0.01'),
    digits: 2,
    rates: [['create', [{ date: date(new Date(2020, 0, 1)), rate: decimal('1') }]]],
  });
  const [own, person] = await create('party.party', { name: 'Our Own' }, { name: 'Ines Rep' });
  await create('party.party', {
    name: 'Harbour Tools',
    addresses: [['create', [{ street: 'Quay 1', city: 'Hull' }]]],
  });
  const [company] = await create('company.company', { party: own, currency });
  const [employee] = await create('company.employee', { party: person, company });
  const [admin] = await call('model.res.user.search', [['login', '=', user.login]], 0, 1, null, {});
  await call(
    'model.res.user.write',
    [admin],
    { companies: [['add', [company]]], company, employees: [['add', [employee]]], employee },
    {},
  );
  // A rep's first sign-in is long past: nothing is left to set up.
  const steps = 'model.ir.module.config_wizard.item';
  const open = await call(`${steps}.search`, [], 0, null, null, {});
  await call(`${steps}.write`, open, { state: 'done' }, {});
}
