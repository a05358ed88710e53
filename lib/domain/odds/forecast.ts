import type { History } from './history';
import type { State } from './likeDays';
import { enoughDays, restOfPeriod, type Ahead, type Prior } from './restOfPeriod';

/** How the total of a period may come out. */
export interface Forecast {
  /** P(total ≥ target): 1 when reached, else 0.001 to 0.999. Never rises with the target, never falls with what is done. */
  readonly chance: (target: number) => number;
  /** Rests on fewer than ten workdays of the rep. */
  readonly rough: boolean;
  /** The same by history alone, where the rep expects something else of the days to come. */
  readonly byHistory?: (target: number) => number;
}

/** What the period has so far. */
export interface SoFar {
  /** On earlier days of it, and on days off. */
  readonly earlier: number;
  readonly today: State;
}

/** As long as it is not over, nothing is certain. */
const surest = 0.999;

/**
 * The odds of a period from what it has so far and from what like days of the past brought after that.
 *
 * More done never lowers the odds. The estimates alone could: days with more by noon may happen to have ended low. So
 * what is said is the middle between the highest estimate for as much or less and the lowest for as much or more. Both
 * rise with what is done and fall with the target, so their middle does too.
 *
 * @param known how many days of the history count as past; later ones are not looked at
 * @param ahead null when no workday is left
 * @returns null when neither a past day nor a prior says anything
 * @example after five days of 8 calls, in the morning: about even for 8, nearly certain for 2
 */
export function forecast(
  history: History,
  known: number,
  { earlier, today }: SoFar,
  ahead: Ahead | null,
  prior?: Prior,
): Forecast | null {
  const rough = known + (ahead?.since?.length ?? 0) < enoughDays;
  const done = earlier + today.done;
  if (!ahead) return { chance: (target) => Number(done >= target), rough };
  const rest = restOfPeriod(history, known, ahead, prior);
  if (!rest) return null;

  const chance = (target: number) => {
    const wanted = target - earlier;
    if (today.done >= wanted) return 1;
    let least = 0;
    for (let done = 0; done <= today.done; done++) {
      least = Math.max(least, rest.atLeast({ done, lately: false }, wanted - done));
      if (today.lately && done > 0)
        least = Math.max(least, rest.atLeast({ done, lately: true }, wanted - done));
    }
    let most = 1;
    // Above the most ever done by now (and 1, the least that can have been done lately) the estimate only rises.
    const last = Math.min(wanted - 1, Math.max(today.done, rest.most, 1));
    for (let done = today.done; done <= last; done++) {
      if (done > 0) most = Math.min(most, rest.atLeast({ done, lately: true }, wanted - done));
      if (!today.lately)
        most = Math.min(most, rest.atLeast({ done, lately: false }, wanted - done));
    }
    return Math.min(surest, Math.max(1 - surest, (least + most) / 2));
  };
  return { chance, rough };
}
