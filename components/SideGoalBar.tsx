import { i18n } from '#i18n';
import type { SideStanding } from '../lib/domain/sideGoal';
import { numbersHidden } from './hiddenNumbers';
import { sideGoalCount, sideGoalName, sideGoalParts } from './sideGoalText';

/** One goal beside the route: how much there is of it, and where the goal is. */
export function SideGoalBar({ standing }: { readonly standing: SideStanding }) {
  const { side, at, mark, judged, reached } = standing;
  const name = sideGoalName(side);
  const count = sideGoalCount(standing);
  const hidden = numbersHidden();
  const good = reached && !hidden && i18n.t('side.good');
  const parts = sideGoalParts(standing);
  return (
    <>
      <div class="row">
        <b key={name} title={name}>
          {name}
        </b>
        <span key={count} title={parts}>
          {count}
        </span>
        {good && <span class="chip">{good}</span>}
      </div>
      {hidden ? (
        <div class="bar" />
      ) : (
        <div
          class={`bar ${judged ? '' : 'faint'}`}
          role="progressbar"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor(at)}
          aria-valuetext={[count, good, parts].filter(Boolean).join(', ')}
        >
          <i class="fill" style={{ '--at': at }} />
          <i class="tick" key={mark} style={{ '--at': mark }} />
        </div>
      )}
    </>
  );
}
