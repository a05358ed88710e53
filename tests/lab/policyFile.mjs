import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionId } from './foothold.mjs';

/** Where Chromium reads what an administrator has set. */
const folder = '/etc/chromium/policies/managed';
const file = join(folder, 'foothold-lab.json');

/** Whether this machine lets us be its administrator. */
export async function mayWritePolicy() {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Sets the policy of the lab's Foothold, for every Chromium on this machine, which takes it up some seconds later.
 *
 * @param {unknown} policy
 */
export async function writePolicy(policy) {
  await writeFile(file, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: policy } } }));
}

export async function removePolicy() {
  await rm(file, { force: true });
}
