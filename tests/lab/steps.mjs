import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a command in the repository, its output passed through; resolves with the exit code. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32',
    });
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (quiet && code !== 0) process.stdout.write(output);
      resolve(code ?? 1);
    });
  });
}

/** Runs a tool that npm installed. */
export function tool(name, args, options) {
  return run(process.execPath, [binOf(name), ...args], options);
}

/** Builds the extension for the demo, the tests and the benches. */
export async function buildLab() {
  if ((await tool('wxt', ['build', '--mode=lab'], { quiet: true })) !== 0) process.exit(1);
}

function binOf(name) {
  const bins = {
    tsc: 'typescript/bin/tsc',
    eslint: 'eslint/bin/eslint.js',
    prettier: 'prettier/bin/prettier.cjs',
    depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
    vitest: 'vitest/vitest.mjs',
    wxt: 'wxt/bin/wxt.mjs',
  };
  return `${root}node_modules/${bins[name]}`;
}

/** Installs what package-lock.json names, tools included, unless it is there. */
export async function installDependencies(log) {
  const installed = await when(`${root}node_modules/.package-lock.json`);
  const complete = existsSync(binOf('wxt')) && existsSync(binOf('vitest'));
  if (complete && installed >= (await when(`${root}package-lock.json`))) return;
  log('installing dependencies (about a minute)');
  const code = await run(npm, [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) throw new Error('npm ci failed; its output is above');
}

/** When a file was last written, ms; 0 for one that is not there. */
async function when(file) {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

export function log(text) {
  console.log(`\n▸ ${text}`);
}
