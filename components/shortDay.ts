/** "Tue 24 Nov", of a local day parsed as UTC. Apart from its longer sisters, which no page of a site needs to load. */
export const shortDay = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
