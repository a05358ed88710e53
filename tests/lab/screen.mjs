import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { run } from './steps.mjs';

const tools = ['Xvfb', 'xdotool'];
const isThere = (/** @type {string} */ tool) => spawnSync('which', [tool]).status === 0;

/** Installs what `openScreen` needs where that is possible; without it the tests of it say that they did not run. */
export async function needScreen(/** @type {(text: string) => void} */ log) {
  const isRoot = process.getuid?.() === 0;
  if (tools.every(isThere) || !isRoot || !isThere('apt-get')) return;
  log('installing a screen of our own from the distribution');
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'xvfb', 'xdotool'], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    quiet: true,
  });
}

/**
 * A screen of our own with a real keyboard and mouse. Browser protocols speak to pages; shortcuts, the context menu, the
 * permission prompt and notifications are the browser's, and only this reaches them. Browsers launched with a window
 * while it is open are on it. Null where its tools are missing.
 */
export async function openScreen({ width = 1400, height = 1000 } = {}) {
  if (!tools.every(isThere)) return null;
  const size = `${width}x${height}x24`;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(/** @type {any} */ (server.stdio[3]), 'data');
  const before = { ...process.env };
  process.env.DISPLAY = `:${String(number).trim()}`;
  // Notifications are drawn by the browser then, and not by the desktop of whoever runs this.
  process.env.DBUS_SESSION_BUS_ADDRESS = 'disabled:';
  const hand = (/** @type {(string | number)[]} */ ...words) => {
    const { status, stderr } = spawnSync('xdotool', words.map(String), {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`xdotool ${words.join(' ')}: ${stderr}`);
  };
  return {
    width,
    height,
    /** For `launchFoothold`: a window that fills most of the screen. */
    options: {
      headless: false,
      viewport: null,
      args: ['--window-position=0,0', `--window-size=${width - 100},${height - 50}`],
    },
    /** There is no window manager to do it. */
    focus: () => hand('search', '--sync', '--onlyvisible', '--class', 'chromium', 'windowfocus'),
    /** One after the other, like `alt+shift+d`. @param {string[]} keys */
    press: (...keys) => hand('key', '--delay', 60, ...keys),
    /** As a held key does. @param {string} key */
    hold: (key) => hand('key', '--repeat', 12, '--repeat-delay', 30, key),
    /** @param {number} x @param {number} y */
    click: (x, y, button = 1) => hand('mousemove', x, y, 'click', button),
    async close() {
      for (const name of ['DISPLAY', 'DBUS_SESSION_BUS_ADDRESS'])
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      server.kill();
      await once(server, 'exit');
    },
  };
}
