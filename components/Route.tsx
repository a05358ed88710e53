import { i18n } from '#i18n';
import type { GoalStanding, Leg } from '../lib/domain/standing';
import { checkpointText } from './checkpointText';
import { clockTime } from './clockTime';
import { formatCount } from './formatCount';
import { goalName } from './goalName';

export interface RouteProps {
  readonly goal: GoalStanding;
  /** So many checkpoints have room, whichever goal it is. */
  readonly rows: number;
}

const shown = 5;

/** How many checkpoints the longest of today's routes shows. */
export function routeRows(goals: readonly GoalStanding[]): number {
  return Math.min(shown, Math.max(0, ...goals.map((goal) => legsOf(goal).length)));
}

/** Today's way for one goal, checkpoint by checkpoint; of a long one the part around now. */
export function Route({ goal, rows }: RouteProps) {
  const legs = legsOf(goal);
  if (!rows) return null;
  const now = legs.findIndex(({ state }) => state === 'now' || state === 'ahead');
  const from = Math.max(0, Math.min((now < 0 ? legs.length : now) - 1, legs.length - shown));
  const title = i18n.t('route.title', [goalName(goal)]);
  return (
    <div class="route">
      <p title={title}>{title}</p>
      <ol aria-label={title} style={{ '--rows': rows }}>
        {/* By place: a row stays where it is, and its words are drawn anew. */}
        {legs.slice(from, from + shown).map((leg, place) => (
          <li
            key={place}
            class={leg.state}
            {...(leg.state === 'now' && { 'aria-current': 'step' as const })}
          >
            <span key={leg.at}>
              {checkpointText(leg.minute, leg.anchor)}
              {leg.anchor && <small> {clockTime(leg.minute)}</small>}
            </span>
            <em key={legCount(leg)}>{legCount(leg)}</em>
          </li>
        ))}
      </ol>
    </div>
  );
}

function legsOf({ legs }: GoalStanding): readonly Leg[] {
  return legs.filter(({ planned }) => planned > 0);
}

function legCount({ state, done, planned }: Leg): string {
  return state === 'ahead' && !done
    ? formatCount(planned)
    : i18n.t('goal.day', [formatCount(done), formatCount(planned)]);
}
