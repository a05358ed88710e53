import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from '../steps.mjs';

const packages = [
  ...['tryton-server', 'tryton-sao'],
  ...['tryton-modules-party', 'tryton-modules-sale-opportunity'],
];

/** The web client, as Debian's package brings it. */
export const www = '/usr/share/tryton-sao/www';

/** Each package and its version; null where this machine lacks one of them. */
export function trytonHere() {
  if (!existsSync(`${www}/index.html`)) return null;
  const { status, stdout } = spawnSync('dpkg-query', ['--show', ...packages], { encoding: 'utf8' });
  return status === 0 ? stdout : null;
}

/** Installs Tryton where that is possible; without it the tests of it say that they did not run. */
export async function needTryton(/** @type {(text: string) => void} */ log) {
  const isRoot = process.getuid?.() === 0;
  if (trytonHere() !== null || !isRoot || spawnSync('which', ['apt-get']).status !== 0) return;
  log('installing Tryton from the distribution');
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    quiet: true,
  });
}
