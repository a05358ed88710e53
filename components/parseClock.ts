/** The value of a time input as minutes since midnight: "12:30" → 750. `null` while it is incomplete. */
export function parseClock(value: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(value) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}
