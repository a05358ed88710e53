import { i18n } from '#i18n';
import type { NudgeReply } from '../lib/domain/nudge/nudge';
import type { Foothold, Standing } from '../lib/domain/standing';
import { footholdText } from './footholdText';
import { formatCount } from './formatCount';
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
  // A rule that counts along stays while its own steps are praised.
  const nudge = praise && standing.nudge?.reason !== 'cue' ? undefined : standing.nudge;
  const said = nudge ? nudgeText(nudge) : '';
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
      {nudge ? (
        <Nudge nudge={nudge} text={said} standing={standing} onAnswer={onNudge} />
      ) : (
        <>
          <strong class={text.length > long ? 'long' : ''} key={`text ${text}`}>
            {text}
          </strong>
          {foothold && numbersHidden() ? (
            <p>{i18n.t('numbers.hidden')}</p>
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
        </>
      )}
      {rest === 'no-goals' && (
        <button type="button" class="link" onClick={onOptions}>
          {i18n.t('rest.empty.action')}
        </button>
      )}
    </section>
  );
}

/** The smaller side: what is done up to the middle, what is left from there (Koo & Fishbach 2012). */
function stepsText({ done, size, reason }: Foothold): string {
  if (done >= size) return i18n.t('next.rest');
  if (done === 0) return i18n.t(reason === 'need' ? 'next.need' : 'next.buffer');
  const [key, count] =
    done * 2 < size ? (['next.done', done] as const) : (['next.left', size - done] as const);
  return i18n.t(key, count, [formatCount(count), formatCount(size)]);
}
