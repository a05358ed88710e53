const format = new Intl.NumberFormat(undefined, { style: 'percent', signDisplay: 'exceptZero' });

/** 20 → "+20%", -5 → "-5%". */
export function formatPercent(percent: number): string {
  return format.format(percent / 100);
}
