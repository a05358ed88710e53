import { i18n } from '#i18n';
import type { SideStanding } from '../lib/domain/sideGoal';
import { numbersHidden } from './hiddenNumbers';
import { sideGoalCount, sideGoalName } from './sideGoalText';

/** One goal beside the route: how much there is of it, and where the goal is. */
export function SideGoalBar({ standing }: { readonly standing: SideStanding }) {
  const { side, at, mark, says, reached } = standing;
  const name = sideGoalName(side);
  const count = sideGoalCount(standing);
  const hidden = numbersHidden();
  const good = reached && !hidden && i18n.t('side.good');
  return (
    <>
      <div class="row">
        <b key={name} title={name}>
          {name}
        </b>
        <span class="count" key={count}>
          {count}
        </span>
        {good && <span class="chip">{good}</span>}
      </div>
      {hidden ? (
        <div class="bar" />
      ) : (
        <div
          class={`bar ${says === 'few' ? says : ''}`}
          role="progressbar"
          aria-label={name}
          aria-valuenow={Math.floor(at)}
          aria-valuetext={[count, good].filter(Boolean).join(', ')}
        >
          <i class="fill" style={{ '--at': at }} />
          {mark < 100 && <i class="tick" key={mark} style={{ '--at': mark }} />}
        </div>
      )}
    </>
  );
}
