import { i18n } from '#i18n';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Standing } from '../lib/domain/standing';
import { formatCount } from './formatCount';
import { goalName } from './goalName';
import { numbersHidden } from './hiddenNumbers';
import { kindName } from './kindName';

const lasts = 45_000;

/**
 * What the latest standing reached that the one before had not, in words; empty again within a minute, and while numbers
 * are hidden.
 */
export function usePraise(standing: Standing | null, now: number): string {
  const before = useRef(standing);
  const hidden = numbersHidden();
  const [praise, setPraise] = useState({ text: '', since: 0 });
  useLayoutEffect(() => {
    const text = before.current && standing && !hidden ? reached(before.current, standing) : '';
    before.current = standing;
    if (text) setPraise({ text, since: now });
  }, [standing]);
  const age = now - praise.since;
  return age >= 0 && age < lasts && !hidden ? praise.text : '';
}

function reached(before: Standing, after: Standing): string {
  if (before.day !== after.day) return '';
  const was = new Map(before.goals.map((goal) => [goal.id, goal]));
  const goal = after.goals.find(({ id, done, target }) => {
    const old = was.get(id);
    return old && old.target === target && old.done < target && done >= target;
  });
  if (goal) return i18n.t('praise.goal', [goalName(goal)]);
  const beyond = after.goals.find(({ id, done, stretch = Infinity }) => {
    const old = was.get(id);
    return old && old.done < stretch && done >= stretch;
  });
  if (beyond) return i18n.t('stretch.praise', [goalName(beyond)]);
  const last = before.foothold;
  if (!last || last.done >= last.size) return '';
  // A foothold that is done makes room for the next one at once, so it is seen by what its goal gained.
  const gained = after.goals.find(({ id }) => id === last.goalId);
  const more = (gained?.done ?? 0) - (was.get(last.goalId)?.done ?? 0);
  const done = after.foothold?.id === last.id ? after.foothold.done : last.done + more;
  return done >= last.size
    ? i18n.t('praise.foothold', [formatCount(last.size), kindName(last.kind, last.size)])
    : '';
}
