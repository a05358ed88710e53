import { i18n } from '#i18n';
import type { GoalStanding, Leg } from '../lib/domain/standing';
import { checkpointText } from './checkpointText';
import { clockTime } from './clockTime';
import { formatCount } from './formatCount';
import { goalName } from './goalName';

export interface RouteProps {
  readonly goal: GoalStanding;
}

const shown = 5;

/** Today's way for one goal, checkpoint by checkpoint; of a long one the part around now. */
export function Route({ goal }: RouteProps) {
  const legs = goal.legs.filter((leg) => leg.planned > 0);
  if (!legs.length) return null;
  const now = legs.findIndex(({ state }) => state === 'now' || state === 'ahead');
  const from = Math.max(0, Math.min((now < 0 ? legs.length : now) - 1, legs.length - shown));
  const title = i18n.t('route.title', [goalName(goal)]);
  return (
    <div class="route">
      <p>{title}</p>
      <ol aria-label={title}>
        {legs.slice(from, from + shown).map((leg) => (
          <li
            key={leg.at}
            class={leg.state}
            {...(leg.state === 'now' && { 'aria-current': 'step' as const })}
          >
            <span>
              {checkpointText(leg.minute, leg.anchor)}
              {leg.anchor && <small> {clockTime(leg.minute)}</small>}
            </span>
            <em>{legCount(leg)}</em>
          </li>
        ))}
      </ol>
    </div>
  );
}

function legCount({ state, done, planned }: Leg): string {
  return state === 'ahead' && !done
    ? formatCount(planned)
    : i18n.t('goal.day', [formatCount(done), formatCount(planned)]);
}
