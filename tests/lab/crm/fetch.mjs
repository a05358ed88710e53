import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../cache.mjs';

const run = promisify(execFile);

const NAME = '@realtimex/realtimex-crm';
const VERSION = '0.63.3';
const TARBALL = `realtimex-realtimex-crm-${VERSION}.tgz`;
const INTEGRITY =
  'sha512-qUPvvsV01MdZVmjXJNGYqXHH4kRAH1FlE3S3Ps4r0yrLO2TtvTl4Y8vl7vVgXzCLtfhq9owHSIBFB7ef7sbBMQ==';

/** @param {string} path */
async function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** @param {string} file */
async function verify(file) {
  const found = `sha512-${createHash('sha512')
    .update(await readFile(file))
    .digest('base64')}`;
  if (found === INTEGRITY) return;
  await rm(file, { force: true });
  throw new Error(
    `${file} is not the pinned ${NAME}@${VERSION}: expected ${INTEGRITY}, got ${found}. ` +
      'The file was deleted.',
  );
}

/**
 * Gets the built CRM into the cache, from the npm registry the first time only.
 *
 * @param {{ cache?: string, log?: (text: string) => void }} [options]
 * @returns {Promise<string>} absolute path of the CRM's dist folder
 */
export async function fetchCrm({ cache = cacheFolder(), log = () => {} } = {}) {
  const home = resolve(cache, `realtimex-crm-${VERSION}`);
  const dist = join(home, 'dist');
  if (await exists(join(dist, 'index.html'))) {
    log(`CRM ${VERSION} found in ${home}`);
    return dist;
  }

  await mkdir(home, { recursive: true });
  // Two runs may start at once on a fresh cache: each works in a folder of its own.
  const work = join(home, `.work-${randomUUID()}`);
  await mkdir(work);
  try {
    const cached = join(home, TARBALL);
    if (!(await exists(cached))) {
      log(`Getting ${NAME}@${VERSION} from the npm registry (9 MB)`);
      await run('npm', ['pack', `${NAME}@${VERSION}`, '--silent', '--pack-destination', work], {
        cwd: work,
        // A shell finds npm.cmd on Windows; nothing here comes from outside.
        shell: process.platform === 'win32',
      });
      await rename(join(work, TARBALL), cached);
    }
    log('Checking its integrity');
    await verify(cached);

    log('Unpacking it');
    await run('tar', ['-xzf', cached, '-C', work, 'package/dist']);
    await rename(join(work, 'package', 'dist'), dist).catch(async (error) => {
      if (!(await exists(join(dist, 'index.html')))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  log(`CRM ${VERSION} ready in ${home}`);
  return dist;
}
