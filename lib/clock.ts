import { browser } from 'wxt/browser';

const key = 'lab.clock';
let shift = 0;

/** The one place the product takes its time from, UTC ms. */
export function now(): number {
  return Date.now() + shift;
}

/**
 * In the lab build a test sets the clock through storage, because its own clock reaches neither the content script's
 * world nor the worker; elsewhere this is nothing.
 */
export const clockReady: Promise<void> =
  import.meta.env.MODE === 'lab' ? followLab() : Promise.resolve();

async function followLab() {
  browser.storage.local.onChanged.addListener((changes) => {
    if (changes[key]) shift = Number(changes[key].newValue ?? 0);
  });
  shift = Number((await browser.storage.local.get(key))[key] ?? 0);
}

/** Whether stored changes are a test setting the clock; never outside the lab build. */
export function isClockChange(changes: Readonly<Record<string, unknown>>): boolean {
  return import.meta.env.MODE === 'lab' && key in changes;
}
