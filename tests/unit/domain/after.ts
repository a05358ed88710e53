import type { ActionKind } from '../../../lib/domain/action';
import { dayAt, minuteOf, offsetAt } from '../../../lib/domain/day';
import type { RecentAction, StandingInput } from '../../../lib/domain/standing';
import { addMinute } from '../../../lib/domain/tally';

/** A call by the page, now. */
export function actionNow(
  { now, timeZone }: Pick<StandingInput, 'now' | 'timeZone'>,
  id: string,
  kind: ActionKind,
): RecentAction {
  return {
    id,
    kind,
    at: now,
    offset: offsetAt(now, timeZone),
    site: 'espo',
    via: 'page',
    evidence: 'request',
  };
}

/** What the projector reads once the journal has one more action. */
export function after(input: StandingInput, action: RecentAction): StandingInput {
  const { kind, at, offset } = action;
  const day = dayAt(input.now, input.timeZone, input.schedule.dayStartsAt);
  const ofDay = (one: { day: string; kind: ActionKind }) => one.day === day && one.kind === kind;
  const known = input.tallies.find(ofDay) ?? { day, kind, minutes: [] };
  return {
    ...input,
    tallies: [
      ...input.tallies.filter((tally) => !ofDay(tally)),
      addMinute(known, minuteOf(at, offset, day)),
    ],
    recent: [action, ...input.recent],
    lastKind: kind,
  };
}
