import { removePolicy } from '../lab/policyFile.mjs';

/** A policy is the machine's: one that a stopped run left behind would sit in every suite's browser. */
export default async function setup(): Promise<() => Promise<void>> {
  await removePolicy();
  return removePolicy;
}
