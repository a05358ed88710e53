import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labBuild } from './foothold.mjs';

/**
 * The lab build with another manifest, in a copy with the same id. Started on the profile of an earlier one: a later
 * version is an update, and a host that was required is still granted where it is optional now.
 *
 * @param {Record<string, unknown>} changes
 */
export async function labBuildWith(changes) {
  const folder = await mkdtemp(join(tmpdir(), 'foothold-build-'));
  await cp(labBuild, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, ...changes }));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
