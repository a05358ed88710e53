const format = new Intl.DateTimeFormat(undefined, {
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** A minute of a local day as the browser's language writes it: 630 → "10:30". Above 1440 is past midnight. */
export function clockTime(minute: number): string {
  return format.format(minute * 60_000);
}
