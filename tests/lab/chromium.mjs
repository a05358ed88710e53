import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run } from './steps.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-for-testing'];
const places = {
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['C:\\Program Files\\Chromium\\Application\\chrome.exe'],
};

/**
 * A Chromium that still loads unpacked extensions from the command line: `CHROMIUM`, an installed one, or Playwright's
 * own. Branded Chrome has refused `--load-extension` since version 137, so it is not looked for.
 */
export async function findChromium() {
  const { CHROMIUM } = process.env;
  if (CHROMIUM) {
    if (!existsSync(CHROMIUM)) throw new Error(`CHROMIUM names no file: ${CHROMIUM}`);
    return CHROMIUM;
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const installed = [...onPath, ...(places[process.platform] ?? [])].find((file) =>
    existsSync(file),
  );
  if (installed) return installed;
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : undefined;
}

/** Finds a Chromium, or installs one: Debian's package where that is possible, else Playwright's build. */
export async function needChromium(log) {
  const found = await findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    log('installing Chromium from the Debian packages');
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      quiet: true,
    });
  } else {
    log('downloading Chromium (about 170 MB)');
    await run(process.execPath, [
      `${root}node_modules/playwright-core/cli.js`,
      'install',
      'chromium',
    ]);
  }
  const installed = await findChromium();
  if (!installed)
    throw new Error('No Chromium could be installed. Install one and name it in CHROMIUM.');
  return installed;
}
