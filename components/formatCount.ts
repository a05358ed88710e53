import { veiled } from './hiddenNumbers';

const format = new Intl.NumberFormat();

/** A count with the separators of the browser's language: 9999 → "9,999"; "••" where numbers are hidden. */
export function formatCount(count: number): string {
  return veiled(format.format(count));
}
