import { defaultRange, type Goal } from '../lib/domain/goal';
import type { GoalDraft } from './goalDraft';

/** The goal a draft describes, possible or not: an empty or unreadable number is NaN, for `checkGoal` to refuse. */
export function draftedGoal(draft: GoalDraft): Goal {
  const { kinds, period, target, floor, ceiling, terms } = draft;
  const aim = number(target);
  const usual = defaultRange(aim);
  const goal = {
    ...terms,
    // Without a kind it is refused by `checkGoal`, which is why it may get that far.
    kinds: kinds as Goal['kinds'],
    target: aim,
    floor: floor === null ? usual.floor : number(floor),
    ceiling: ceiling === null ? usual.ceiling : number(ceiling),
  };
  switch (period) {
    case 'own':
      return { ...goal, period, first: draft.first, last: draft.last };
    case 'quarter':
      return draft.yearStarts === 1
        ? { ...goal, period }
        : { ...goal, period, yearStarts: draft.yearStarts };
    case 'day':
    case 'week':
    case 'month':
      return { ...goal, period };
  }
}

function number(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}
