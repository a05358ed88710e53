import type { ActiveGoalsInput } from '../activeGoals';
import type { ActionKind } from '../action';
import { addDays, daysOf, instantOf, offsetAt, type DayKey } from '../day';
import { lookBack } from '../lookBack';
import type { Past } from '../odds/past';
import { hoursOn, type Schedule } from '../schedule';
import { standing, type Foothold, type RecentAction } from '../standing';
import { stretchOnOffer } from '../stretch';
import { talliesUntil } from '../tally';
import type { Drive } from './drive';
import { momentOf, type NudgeGround } from './moment';
import { leastApart, mostADay, nudge, type NudgeRecord } from './nudge';
import { spokenOf, subjectOf, type SpokenNudge } from './spoken';

export interface PreviewInput extends ActiveGoalsInput {
  /** A day that is over. */
  readonly day: DayKey;
  /** IANA name. */
  readonly timeZone: string;
  /** By goal, as they were on that day. */
  readonly pasts: ReadonlyMap<string, Past>;
  readonly drives: readonly Drive[];
}

export interface PreviewedNudge extends SpokenNudge {
  /** Minute of the local day. */
  readonly minute: number;
}

/** What would have been said on a day that is over. */
export interface NudgePreview {
  readonly day: DayKey;
  readonly said: readonly PreviewedNudge[];
}

/** A standing that nothing asks for is drawn anew this often, minutes. */
const apart = 10;
/** Of the lots, one that speaks up. */
const speaksUp = 0.5;

/**
 * What would have been said on a day that is over: the day's standings once more, every ten minutes and after each
 * action, put to the same policy, without lot and with nobody answering. What only the page knew (typing, phone links)
 * and the rep's own rules are not in it. The same day always gives the same.
 *
 * A step may take as long as a standing, so it comes step by step: what is said in it, or nothing.
 *
 * @throws RangeError when the time zone is unknown or the day is no day
 */
export function* previewSteps(input: PreviewInput): Generator<PreviewedNudge | undefined, void> {
  const { day, timeZone, schedule, tallies, goals, pasts, drives } = input;
  const hours = hoursOn(schedule, day);
  if (!hours) return;
  const actions = actionsOf(input);
  const ticks = new Set(actions.map(({ minute }) => minute));
  for (let minute = hours.start; minute < hours.end; minute += apart) ticks.add(minute);
  const from = lookBack(goals, schedule, day);
  const recentTallies = tallies.filter((tally) => tally.day >= from);
  const history: NudgeRecord[] = [];
  let previous: Foothold | null = null;
  for (const minute of [...ticks].sort((a, b) => a - b)) {
    if (history.some((record) => minute - record.minute < leastApart)) continue;
    if (history.length >= mostADay) return;
    yield;
    const known = { goals, schedule, tallies: talliesUntil(recentTallies, day, minute) };
    const now = instantOf(day, minute, timeZone);
    const recent = actions.filter((action) => action.minute <= minute);
    // The odds are what takes long, so a moment in which nothing could be said does without.
    const ground = (odds: ReadonlyMap<string, Past>): NudgeGround => {
      const then = standing({ ...known, now, timeZone, previous, recent, pasts: odds });
      return {
        standing: then,
        tallies: known.tallies,
        schedule,
        timeZone,
        history,
        on: true,
        cue: null,
        cueToCome: false,
        stretch: stretchOnOffer(known, then),
      };
    };
    const rough = ground(new Map());
    previous = rough.standing.foothold;
    const first = nudge(momentOf(rough), speaksUp);
    if (!first.speak && first.why !== 'cannot-matter') continue;
    const full = first.speak ? rough : ground(pasts);
    const decision = first.speak ? first : nudge(momentOf(full), speaksUp);
    if (!decision.speak) continue;
    const { reason, withheld } = decision;
    const record = { at: now, day, minute, reason, withheld, kind: subjectOf(reason, full).kind };
    yield { ...spokenOf(record, full, drives), minute };
    history.push(record);
  }
}

/** The last day before `today` on which the rep worked; null when the last two weeks had none. */
export function lastWorkday(schedule: Schedule, today: DayKey): DayKey | null {
  const days = daysOf({ first: addDays(today, -14), last: addDays(today, -1) });
  return days.findLast((day) => hoursOn(schedule, day)) ?? null;
}

/** What a day's tallies still know of its actions: kind and minute. */
function actionsOf({ tallies, day, timeZone }: PreviewInput) {
  return tallies
    .filter((tally) => tally.day === day)
    .flatMap(({ kind, minutes }) =>
      minutes.map((minute, index) => ({ ...actionAt(kind, day, minute, timeZone, index), minute })),
    );
}

function actionAt(
  kind: ActionKind,
  day: DayKey,
  minute: number,
  timeZone: string,
  index: number,
): RecentAction {
  const at = instantOf(day, minute, timeZone);
  return {
    id: `${day}/${kind}/${String(index)}`,
    kind,
    at,
    offset: offsetAt(at, timeZone),
    site: '',
    via: 'import',
    evidence: 'said',
  };
}
