import { i18n } from '#i18n';
import { useState } from 'preact/hooks';
import { enoughWorkdays } from '../lib/domain/hold';
import type { NextTarget } from '../lib/domain/nextTarget';
import type { GoalOutlook, Proposal } from '../lib/domain/outlook';
import { blockers, type Blocker, type Review } from '../lib/domain/review';
import { blockersText } from './blockersText';
import { dayText } from './dayText';
import { formatCount } from './formatCount';
import { goalName } from './goalName';
import { oddsText } from './oddsText';

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
  /** Yes to what is proposed; the reason is empty for a raise. */
  readonly onAdjust: (reason: string) => void;
}

/** A review of a goal: how far it is, what blocked, the wiggle room where it is out of reach, or the next number. */
export function ReviewCard({ outlook, reviews, onBlocker, onAdjust }: ReviewCardProps) {
  const [tried, setTried] = useState(false);
  const { checkIn, adjustment, next, change } = outlook;
  const { blocked, last } = reviews;
  if (!checkIn && !adjustment && !next) return null;
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
  const offer = adjustment ?? next;
  if (!offer) {
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
  // More is nothing to explain.
  const asksWhy = offer.move !== 'raise';
  const answered = !asksWhy || blocked.length > 0;
  return (
    <div class="note">
      {counts && <p>{i18n.t(met ? 'review.met' : 'review.missed', [...counts])}</p>}
      {plan}
      {before}
      <p>
        {adjustment ? proposalText(outlook, adjustment) : next && nextText(outlook, next)}
        {asksWhy && ` ${i18n.t('review.blocked')}`}
      </p>
      {asksWhy && chips}
      {tried && !answered && (
        <p class="problem" role="alert">
          {i18n.t('review.choose')}
        </p>
      )}
      <button
        type="button"
        class="go"
        onClick={() => {
          setTried(true);
          if (answered) onAdjust(asksWhy ? blockersText(blocked) : '');
        }}
      >
        {offer.move === 'hold'
          ? i18n.t('goals.holdNow')
          : i18n.t(`adjust.${offer.move}To`, [formatCount(offer.target)])}
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

/** "Calls: from Mon, Jun 8, 10 is 99% likely, 15 is 82% likely." */
function nextText(goal: GoalOutlook, { target, from, odds }: NextTarget): string {
  const likely = (p: number) => oddsText({ p, rough: false });
  return i18n.t('review.next', [
    goalName(goal),
    dayText(from, 'short'),
    formatCount(goal.target),
    likely(odds.present),
    formatCount(target),
    likely(odds.then),
  ]);
}
