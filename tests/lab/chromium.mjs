import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
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
 *
 * @returns {Promise<string | undefined>}
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
  // A snap's Chromium cannot use a profile in the temporary folder.
  const installed = [...onPath, ...(places[process.platform] ?? [])].find(
    (file) =>
      existsSync(file) &&
      !realpathSync(file).includes('snap') &&
      (process.platform === 'win32' || spawnSync(file, ['--version']).status === 0),
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
  const isRoot = process.getuid?.() === 0;
  if (isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    log('installing Chromium from the distribution');
    await run('apt-get', ['update', '-qq'], { quiet: true });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      quiet: true,
    });
  }
  if (!(await findChromium())) {
    log('downloading Chromium (about 170 MB)');
    const cli = `${root}node_modules/playwright-core/cli.js`;
    await run(process.execPath, [cli, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
  }
  const installed = await findChromium();
  if (!installed)
    throw new Error('No Chromium could be installed. Install one and name it in CHROMIUM.');
  return installed;
}
