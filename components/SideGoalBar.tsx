import { i18n } from '#i18n';
import type { SideStanding } from '../lib/domain/sideGoal';
import { Bar } from './Bar';
import { numbersHidden } from './hiddenNumbers';
import { sideGoalCount, sideGoalName, sideGoalParts } from './sideGoalText';

/** One goal beside the route: how much there is of it, and where the goal is. */
export function SideGoalBar({ standing }: { readonly standing: SideStanding }) {
  const { side, at, mark, says, reached } = standing;
  const count = sideGoalCount(standing);
  const parts = sideGoalParts(standing);
  const good = reached && !numbersHidden() ? i18n.t('side.good') : '';
  return (
    <Bar
      name={sideGoalName(side)}
      count={count}
      hint={parts}
      pill={good}
      tone={says}
      most={100}
      now={Math.floor(at)}
      told={[count, good, parts]}
    >
      <i class="fill" style={{ '--at': at }} />
      {mark < 100 && <i class="tick" key={mark} style={{ '--at': mark }} />}
    </Bar>
  );
}
