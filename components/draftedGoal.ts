import { defaultRange, type Goal } from '../lib/domain/goal';
import type { GoalDraft } from './goalDraft';

/** The goal a draft describes, possible or not: an empty or unreadable number is NaN, for `checkGoal` to refuse. */
export function draftedGoal({ kinds, period, target, floor, ceiling }: GoalDraft): Goal {
  const aim = number(target);
  const usual = defaultRange(aim);
  return {
    period,
    // Without a kind it is refused by `checkGoal`, which is why it may get that far.
    kinds: kinds as Goal['kinds'],
    target: aim,
    floor: floor === null ? usual.floor : number(floor),
    ceiling: ceiling === null ? usual.ceiling : number(ceiling),
  };
}

function number(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}
