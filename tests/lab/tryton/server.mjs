import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { www } from './packages.mjs';
import { signIn } from './rpc.mjs';

export const database = 'crm';
export const user = { login: 'admin', password: 'one-long-enough' };

/** @param {{ folder: string, port?: number }} place */
export async function writeSettings({ folder, port = 0 }) {
  const file = join(folder, 'trytond.conf');
  const web = `[web]\nlisten = 127.0.0.1:${port}\nroot = ${www}\n`;
  await writeFile(file, `${web}[database]\nuri = sqlite://\npath = ${folder}\n`);
  return file;
}

/**
 * The real server on a free port, with a copy of that database. Nothing of it is left once it is closed.
 *
 * @param {string} prepared a database's file
 */
export async function startTryton(prepared) {
  const folder = await mkdtemp(join(tmpdir(), 'foothold-tryton-'));
  await cp(prepared, join(folder, `${database}.sqlite`));
  const port = await freePort();
  const settings = await writeSettings({ folder, port });
  const server = spawn('trytond', ['-c', settings, '-d', database], { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  const close = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill();
      await once(server, 'exit');
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await answers(origin, server);
    return {
      origin,
      file: join(folder, `${database}.sqlite`),
      /** Calls a method of the server behind the client's back. */
      call: await signIn(`${origin}/${database}/`, user),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, 'close');
  return port;
}

async function answers(origin, server) {
  const deadline = Date.now() + 60_000;
  while (
    !(await fetch(origin).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (server.exitCode !== null) throw new Error(`trytond ended with ${server.exitCode}`);
    if (Date.now() > deadline) throw new Error('trytond does not answer');
    await new Promise((passed) => setTimeout(passed, 200));
  }
}
