import type { QuietDayProps } from '../../components/QuietDay';
import type { DayKey } from '../domain/day';
import { fitsQuietDay } from '../domain/nudge/quietDay';
import type { Standing } from '../domain/standing';
import { nudgeSettings } from '../settings/nudges';
import { quietOn } from '../settings/quiet';
import { useItem } from './useItem';

/** A day without nudges: the rep's wish, or an offer where all that is open is as good as reached; else null. */
export function useQuietDay(
  standing: Standing | null,
  day: DayKey | undefined,
): QuietDayProps | null {
  const quiet = useItem(quietOn);
  const nudges = useItem(nudgeSettings);
  if (!nudges?.on || !standing || day === undefined) return null;
  const isQuiet = quiet === day;
  return isQuiet || fitsQuietDay(standing)
    ? { quiet: isQuiet, onChange: (on) => void quietOn.set(on ? day : null) }
    : null;
}
