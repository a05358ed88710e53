import type { GoalStanding } from '../lib/domain/standing';
import { formatCount } from './formatCount';

export interface RailRouteProps {
  readonly goal: GoalStanding;
}

/** Today's route standing upright: checkpoints as dots, what is done from the ground up. */
export function RailRoute({ goal: { today, legs } }: RailRouteProps) {
  const end = Math.max(today.target, today.done, 1);
  let planned = 0;
  return (
    <>
      <i class="line" aria-hidden="true">
        <i class="fill" style={{ '--at': (100 * today.done) / end }} />
        {legs.map((leg) => {
          planned += leg.planned;
          return (
            leg.planned > 0 && (
              <i
                key={leg.at}
                class={`stop ${leg.state}`}
                style={{ '--at': (100 * planned) / end }}
              />
            )
          );
        })}
      </i>
      <small>{formatCount(today.target)}</small>
    </>
  );
}
