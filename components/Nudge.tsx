import { i18n } from '#i18n';
import type { SpokenNudge } from '../lib/domain/nudge/spoken';
import { Ask } from './Ask';
import { formatCount } from './formatCount';
import { kindName } from './kindName';

export interface NudgeProps {
  readonly nudge: SpokenNudge;
  readonly onAnswer: (yes: boolean) => void;
}

const words = {
  close: 'nudge.close',
  'either-way': 'nudge.open',
  'fresh-start': 'nudge.fresh',
  cue: 'nudge.cue',
  stretch: 'nudge.stretch',
} as const;

/** One kind sentence at a moment when it can matter, in words that fit what moves the rep; no is as good as yes. */
export function Nudge({ nudge: { reason, kind, count, drive }, onAnswer }: NudgeProps) {
  return (
    <Ask
      text={i18n.t(words[reason], [`${formatCount(count)} ${kindName(kind, count)}`])}
      note={drive && i18n.t(`drive.${drive}.why`)}
      yes={i18n.t('nudge.yes')}
      no={i18n.t('nudge.no')}
      onAnswer={onAnswer}
    />
  );
}
