import { i18n } from '#i18n';
import { useState } from 'preact/hooks';
import { enoughWorkdays } from '../lib/domain/hold';
import type { GoalOutlook, Proposal } from '../lib/domain/outlook';
import { blockers, type Blocker, type Review } from '../lib/domain/review';
import { blockersText } from './blockersText';
import { dayText } from './dayText';
import { formatCount } from './formatCount';
import { goalName } from './goalName';

/** What the rep has said at the reviews of one goal. */
export interface GoalReviews {
  /** At today's. */
  readonly blocked: readonly Blocker[];
  readonly last: Review | undefined;
}

export interface ReviewCardProps {
  readonly outlook: GoalOutlook;
  readonly reviews: GoalReviews;
  /** Said, or taken back. */
  readonly onBlocker: (blocker: Blocker) => void;
  readonly onAdjust: (reason: string) => void;
}

/** A review of a goal: how far it is, what blocked, and the wiggle room where it is out of reach. */
export function ReviewCard({ outlook, reviews, onBlocker, onAdjust }: ReviewCardProps) {
  const [tried, setTried] = useState(false);
  const { checkIn, adjustment, change } = outlook;
  const { blocked, last } = reviews;
  if (!checkIn && !adjustment) return null;
  const counts = checkIn && ([formatCount(checkIn.done), formatCount(checkIn.planned)] as const);
  const met = checkIn !== null && checkIn.done >= checkIn.planned;
  const before = last && (
    <p>{i18n.t('review.last', [dayText(last.day, 'short'), blockersText(last.blocked)])}</p>
  );
  const plan = change && <p>{i18n.t('review.change', [i18n.t(`gap.${change}`)])}</p>;
  const chips = (
    <div class="blockers" role="group" aria-label={i18n.t('review.blocked')}>
      {blockers.map((each) => (
        <button
          type="button"
          key={each}
          aria-pressed={blocked.includes(each)}
          onClick={() => {
            onBlocker(each);
          }}
        >
          {i18n.t(`review.${each}`)}
        </button>
      ))}
    </div>
  );
  if (!adjustment) {
    return (
      <div class="hint">
        {counts && <p>{i18n.t(met ? 'review.met' : 'review.missed', [...counts])}</p>}
        {plan}
        {before}
        {!met && (
          <details>
            <summary>{i18n.t('review.blocked')}</summary>
            {chips}
          </details>
        )}
      </div>
    );
  }
  return (
    <div class="note">
      {counts && <p>{i18n.t(met ? 'review.met' : 'review.missed', [...counts])}</p>}
      {plan}
      {before}
      <p>
        {proposalText(outlook, adjustment)} {i18n.t('review.blocked')}
      </p>
      {chips}
      {tried && blocked.length === 0 && (
        <p class="problem" role="alert">
          {i18n.t('review.choose')}
        </p>
      )}
      <button
        type="button"
        class="go"
        onClick={() => {
          setTried(true);
          if (blocked.length > 0) onAdjust(blockersText(blocked));
        }}
      >
        {adjustment.move === 'lower'
          ? i18n.t('adjust.lowerTo', [formatCount(adjustment.target)])
          : i18n.t('goals.holdNow')}
      </button>
    </div>
  );
}

function proposalText(goal: GoalOutlook, proposal: Proposal): string {
  const { from, until } = proposal;
  const start = [goalName(goal), formatCount(goal.target)] as const;
  const first = dayText(from, 'short');
  if (proposal.move === 'lower')
    return i18n.t(until === undefined ? 'adjust.lower' : 'adjust.rest', [
      ...start,
      formatCount(proposal.target),
      first,
    ]);
  return until === undefined
    ? i18n.t('adjust.holdOpen', [...start, first, formatCount(enoughWorkdays)])
    : i18n.t('adjust.hold', [...start, first, dayText(until, 'short')]);
}
