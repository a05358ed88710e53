import type { LearningTimerProps } from '../../components/LearningTimer';
import { timer } from '../settings/timer';
import { discardTimer, startTimer, stopTimer } from './learningTimer';
import { useItem } from './useItem';

/** The learning session under way, or none, and what can be done about it; undefined until that is known. */
export function useTiming(): Omit<LearningTimerProps, 'now'> | undefined {
  const session = useItem(timer);
  if (session === undefined) return undefined;
  return {
    timer: session,
    onStart: (kind) => void startTimer(kind),
    onStop: () => void stopTimer(),
    onDiscard: () => void discardTimer(),
  };
}
