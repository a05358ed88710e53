import { i18n } from '#i18n';
import type { NudgeReply } from '../lib/domain/nudge/nudge';
import { doneOf } from '../lib/domain/nudge/progress';
import type { SpokenNudge } from '../lib/domain/nudge/spoken';
import type { Standing } from '../lib/domain/standing';
import { Ask } from './Ask';
import { formatCount } from './formatCount';

export interface NudgeProps {
  readonly nudge: SpokenNudge;
  /** It in words. */
  readonly text: string;
  readonly standing: Standing;
  readonly onAnswer: (reply: NudgeReply) => void;
}

/**
 * One kind sentence at a moment when it can matter, in words that fit what moves the rep; no is as good as yes. A rule of
 * the rep's own counts along.
 */
export function Nudge({ nudge, text, standing, onAnswer }: NudgeProps) {
  const { at, reason, count, drive } = nudge;
  const rule = reason === 'cue';
  return (
    <Ask
      text={text}
      note={
        rule
          ? `${formatCount(doneOf(nudge, standing))}/${formatCount(count)}`
          : drive
            ? i18n.t(`drive.${drive}.why`)
            : ''
      }
      yes={i18n.t(rule ? 'nudge.snooze' : 'nudge.yes')}
      no={i18n.t(rule ? 'nudge.skip' : 'nudge.no')}
      onAnswer={(yes) => {
        onAnswer({ at, answer: yes ? (rule ? 'snoozed' : 'accepted') : 'dismissed' });
      }}
    />
  );
}
