import { browser } from 'wxt/browser';

const key = 'lab.lot';

/** The one place the product takes its chance from, uniform in [0, 1). In the lab build a test may set it through storage. */
export async function lot(): Promise<number> {
  const chance = Math.random();
  if (import.meta.env.MODE !== 'lab') return chance;
  return Number((await browser.storage.local.get(key))[key] ?? chance);
}
