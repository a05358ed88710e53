import { timer } from '../settings/timer';
import { discardTimer, startTimer, stopTimer } from './learningTimer';
import { useItem } from './useItem';

/** The learning session under way, or none, and what can be done about it; undefined until that is known. */
export function useTiming() {
  const session = useItem(timer);
  if (session === undefined) return undefined;
  return {
    timer: session,
    onStart: startTimer,
    onStop: () => stopTimer(),
    onDiscard: discardTimer,
  };
}
