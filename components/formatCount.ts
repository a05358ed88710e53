const format = new Intl.NumberFormat();

/** A count with the separators of the browser's language: 9999 → "9,999". */
export function formatCount(count: number): string {
  return format.format(count);
}
