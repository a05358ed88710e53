/** A minute of the day as a time input wants it: 750 → "12:30"; past midnight it starts again. */
export function writeClock(minute: number): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${part(Math.floor(minute / 60) % 24)}:${part(minute % 60)}`;
}
