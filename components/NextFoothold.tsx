import { i18n } from '#i18n';
import { useState } from 'preact/hooks';
import type { NudgeReply } from '../lib/domain/nudge/nudge';
import type { Foothold, Standing } from '../lib/domain/standing';
import { checkpointText } from './checkpointText';
import { footholdText } from './footholdText';
import { formatCount } from './formatCount';
import { goalName } from './goalName';
import { numbersHidden } from './hiddenNumbers';
import { Icon } from './Icon';
import { Nudge } from './Nudge';
import { nudgeText } from './nudgeText';
import { restKey } from './restKey';

export interface NextFootholdProps {
  readonly standing: Standing;
  /** UTC ms. */
  readonly now: number;
  /** What was just reached, in words; empty most of the time. */
  readonly praise: string;
  readonly onOptions: () => void;
  readonly onNudge: (reply: NudgeReply) => void;
}

/** From so many letters on the text is set smaller, so that it fits its two lines. */
const long = 38;

/**
 * The card the rep sees first: one small thing to do now, or a kind word while there is none; now and then a question,
 * once praise has had its time. Always of one height, and what changes its place is drawn anew: the page's observers see
 * what moves, even in here.
 */
export function NextFoothold({ standing, now, praise, onOptions, onNudge }: NextFootholdProps) {
  const { foothold, rest } = standing;
  const done = foothold ? foothold.done >= foothold.size : rest === 'reached';
  const title = i18n.t(foothold ? (done ? 'next.doneTitle' : 'next.title') : 'rest.title');
  const text = footholdText(standing, now);
  const [asked, setAsked] = useState('');
  // A rule that counts along stays while its own steps are praised.
  const nudge = praise && standing.nudge?.reason !== 'cue' ? undefined : standing.nudge;
  const said = nudge ? nudgeText(nudge) : '';
  const why = nudge || done || numbersHidden() ? '' : whyText(standing);
  const open = asked === foothold?.id && why;
  return (
    <section
      class={`next ${done ? 'done' : foothold ? '' : 'rest'} ${praise && 'cheer'} ${nudge?.reason ?? ''}`}
      aria-label={title}
    >
      <small aria-hidden="true" key={praise}>
        {praise && <Icon name="check" />}
        {praise || title}
      </small>
      <p role="status" class="hidden">
        {praise || said}
      </p>
      {why && (
        <button
          type="button"
          class="why"
          aria-expanded={!!open}
          onClick={() => {
            setAsked(open ? '' : (foothold?.id ?? ''));
          }}
        >
          {i18n.t('next.why')}
        </button>
      )}
      {!nudge && (
        <strong class={text.length > long ? 'long' : ''} key={`text ${text}`}>
          {text}
        </strong>
      )}
      {nudge ? (
        <Nudge nudge={nudge} text={said} standing={standing} onAnswer={onNudge} />
      ) : foothold && numbersHidden() ? (
        <p>{i18n.t('numbers.hidden')}</p>
      ) : open ? (
        <p>{open}</p>
      ) : foothold ? (
        <>
          <div class="steps" aria-hidden="true" key={foothold.size}>
            {Array.from({ length: foothold.size }, (_, step) => (
              <i key={step} class={step < foothold.done ? 'on' : ''} />
            ))}
          </div>
          <p>{stepsText(foothold)}</p>
        </>
      ) : (
        <p>{i18n.t(`rest.${restKey(standing)}.text`)}</p>
      )}
      {rest === 'no-goals' && (
        <button type="button" class="link" onClick={onOptions}>
          {i18n.t('rest.empty.action')}
        </button>
      )}
    </section>
  );
}

/** Why it is this one: what its goal has due, against the others. Empty without a foothold. */
function whyText({ foothold, goals }: Standing): string {
  const goal = goals.find(({ id }) => id === foothold?.goalId);
  if (!foothold?.why || !goal) return '';
  const by = checkpointText(foothold.why.minute, foothold.why.anchor);
  if (foothold.reason === 'buffer') return i18n.t('next.ahead', [by]);
  const [done, due] = [goal.today.done, foothold.why.due];
  const text = i18n.t('next.due', [goalName(goal), formatCount(done), formatCount(due), by]);
  return goals.length > 1 ? `${text} ${i18n.t('next.urgent')}` : text;
}

/** The smaller side: what is done up to the middle, what is left from there (Koo & Fishbach 2012). */
function stepsText({ done, size, reason }: Foothold): string {
  if (done >= size) return i18n.t('next.rest');
  if (done === 0) return i18n.t(reason === 'need' ? 'next.need' : 'next.buffer');
  const [key, count] =
    done * 2 < size ? (['next.done', done] as const) : (['next.left', size - done] as const);
  return i18n.t(key, count, [formatCount(count), formatCount(size)]);
}
