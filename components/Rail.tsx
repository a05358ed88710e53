import { i18n } from '#i18n';
import type { Standing } from '../lib/domain/standing';
import { dueText } from './dueText';
import { footholdText } from './footholdText';
import { formatCount } from './formatCount';
import { numbersHidden } from './hiddenNumbers';
import { Icon } from './Icon';
import { RailRoute } from './RailRoute';
import type { SidebarProps } from './sidebar';
import { textDirection } from './textDirection';

/** The sidebar, collapsed: as wide as a thumb and one single button. */
export function Rail({ standing, now, site, again, questions, onExpand }: SidebarProps) {
  const foothold = standing?.foothold;
  const asks = again !== null || questions.length > 0 || !!standing?.nudge;
  const alert = asks || site.unsaved > 0 || site.state !== 'counting';
  const label = standing ? footholdText(standing, now) : i18n.t('panel.loading');
  const goal = standing?.goals.find(({ id }) => id === foothold?.goalId) ?? standing?.goals[0];
  return (
    <aside class="fh rail" dir={textDirection()} aria-label={i18n.t('name')}>
      <div class="glance" aria-hidden="true">
        {alert && <i class="alert" />}
        {foothold && foothold.done < foothold.size ? (
          <>
            <b>{formatCount(foothold.size - foothold.done)}</b>
            <small>{dueText(foothold, now, true)}</small>
          </>
        ) : (
          <Icon name={standing ? restIcon(standing) : 'peak'} />
        )}
        {goal && !numbersHidden() && <RailRoute goal={goal} />}
      </div>
      {/* Over the figures, not around them: they are its picture, the sentence is its name. */}
      <button
        type="button"
        aria-expanded="false"
        aria-label={i18n.t('panel.expand', [label])}
        title={label}
        onClick={onExpand}
      />
    </aside>
  );
}

function restIcon({ rest }: Standing): 'plus' | 'rest' | 'check' {
  if (rest === 'no-goals') return 'plus';
  return rest === 'reached' || rest === null ? 'check' : 'rest';
}
