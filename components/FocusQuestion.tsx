import { i18n } from '#i18n';
import { useState } from 'preact/hooks';
import { recommendedDaily } from '../lib/domain/focus';
import { formatCount } from './formatCount';
import type { GoalDraft } from './goalDraft';
import { goalName } from './goalName';

export interface FocusQuestionProps {
  /** The day goals that ask for something: one more than is recommended, or more. */
  readonly daily: readonly GoalDraft[];
  readonly onPark: (draft: GoalDraft) => void;
}

/** A fourth goal a day splits the attention: which one should rest? */
export function FocusQuestion({ daily, onPark }: FocusQuestionProps) {
  const [keeps, setKeeps] = useState(0);
  if (daily.length <= keeps) return null;
  return (
    <div class="note" role="group" aria-label={i18n.t('focus.question')}>
      <p>
        {i18n.t('focus.why', [formatCount(recommendedDaily), formatCount(daily.length)])}{' '}
        <b>{i18n.t('focus.question')}</b>
      </p>
      <div class="acts">
        {daily.map((draft) => (
          <button
            key={draft.key}
            type="button"
            onClick={() => {
              onPark(draft);
            }}
          >
            {i18n.t('focus.park', [goalName(draft)])}
          </button>
        ))}
        <button
          type="button"
          class="link"
          onClick={() => {
            setKeeps(daily.length);
          }}
        >
          {i18n.t('focus.keep')}
        </button>
      </div>
    </div>
  );
}
