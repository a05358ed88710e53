import type { Spoken } from './yearOf';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Which limits are broken by what was said to a rep, in order, each found anew from that and from what was so. */
export function broken(year: readonly Spoken[]): string[] {
  const found: string[] = [];
  const saidOn = new Map<string, number>();
  const once = new Set<string>();
  let dismissals = 0;
  let quiet = 0;
  let last = -Infinity;
  let over = '';
  for (const { record, truth } of year) {
    const { at, day, minute, reason, withheld, cue, answer, answeredAt = at } = record;
    const { hours, odds, leg } = truth;
    const { start, end } = hours ?? { start: Infinity, end: -Infinity };
    const said = (saidOn.get(day) ?? 0) + 1;
    saidOn.set(day, said);
    const half = minute < 720 ? 'morning' : 'afternoon';
    const ruleKey = (rule: string) => `${day} ${half} ${rule}`;
    const toCome = truth.rules.some((rule) => !once.has(ruleKey(rule)));
    const own = reason === 'cue';
    const limits: Record<string, boolean> = {
      'three a day': said <= 3,
      '45 minutes apart': at - last >= 45 * minuteMs,
      'left alone after dismissals and snoozes': at >= quiet,
      'no more on the day of “not today”': day !== over,
      'a place kept for the rep’s own rule': own || !toCome || said <= 2,
      'the rep’s own rule is never withheld': !own || !withheld,
      'the rep’s own rule on its site, once in half a day':
        !own || (cue !== undefined && truth.inFront.includes(cue) && !once.has(ruleKey(cue))),
      'nothing but the rep’s own rules while off': own || truth.on,
      'a workday': hours !== null,
      'not paused, not on hold': !truth.resting,
      'after the first five minutes': minute - start >= 5,
      'before the end of work': minute < end,
      'not while typing': at - truth.keyAt >= 10_000,
      'not in a call': at - truth.callAt >= 3 * minuteMs,
      'not right after a win': reason === 'stretch' || at - truth.winAt >= 20 * minuteMs,
      'not right after a goal': reason === 'stretch' || at - truth.reachedAt >= 20 * minuteMs,
      'open only where it can go either way':
        reason !== 'open' || (!odds.rough && odds.p >= 0.15 && odds.p <= 0.85),
      'close only with one to three actions and 30 working minutes left':
        reason !== 'close' ||
        (leg !== null && leg.actions >= 1 && leg.actions <= 3 && leg.minutes <= 30),
      'fresh only in the first hour of the first workday of a week or month':
        reason !== 'fresh' || (truth.first && minute < start + 60),
      'a fresh start and a stretch once a day':
        (reason !== 'fresh' && reason !== 'stretch') || !once.has(`${day} ${reason}`),
      'of a goal that is safe nothing but a stretch or the rep’s own rule':
        own || reason === 'stretch' || odds.rough || odds.p <= 0.9,
      'a stretch only where it is on offer': reason !== 'stretch' || truth.stretch,
    };
    for (const [limit, kept] of Object.entries(limits))
      if (!kept) found.push(`${limit}: ${day} ${String(minute)}`);
    last = at;
    once.add(`${day} ${reason}`);
    if (cue !== undefined && answer !== 'snoozed') once.add(ruleKey(cue));
    if (answer === 'not-today') over = day;
    if (answer === 'accepted') dismissals = quiet = 0;
    if (answer === 'snoozed') quiet = Math.max(quiet, answeredAt + hourMs);
    if (answer !== 'dismissed' && answer !== 'not-today') continue;
    dismissals += 1;
    if (dismissals > 2) quiet = answeredAt + Math.min(168, 2 ** (dismissals - 3)) * hourMs;
  }
  return found;
}
