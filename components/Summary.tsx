import { i18n } from '#i18n';
import type { ComponentChildren } from 'preact';
import type { NudgeReply } from '../lib/domain/nudge/nudge';
import type { Outlook } from '../lib/domain/outlook';
import { blockedOn, lastReview, type Blocker, type Review } from '../lib/domain/review';
import type { Standing } from '../lib/domain/standing';
import type { Summary as DayInNumbers } from '../lib/domain/summary';
import type { Change } from '../lib/domain/terms';
import { BestTile } from './BestTile';
import { DayCurve } from './DayCurve';
import { dayText } from './dayText';
import { DayTotals } from './DayTotals';
import { doneText } from './doneText';
import { FloorCard } from './FloorCard';
import { formatCount } from './formatCount';
import { GoalBar } from './GoalBar';
import { GoalNotes } from './GoalNotes';
import { numbersHidden } from './hiddenNumbers';
import { LearningTimer, type LearningTimerProps } from './LearningTimer';
import { Loading } from './Loading';
import { LogEarlier, type LogEarlierProps } from './LogEarlier';
import { NextFoothold } from './NextFoothold';
import { OwnLog, type OwnLogProps } from './OwnLog';
import { PartnerNote } from './PartnerNote';
import { partnerText } from './partnerText';
import { QuietDay, type QuietDayProps } from './QuietDay';
import { RecentActions } from './RecentActions';
import { RemarkTool, type RemarkToolProps } from './RemarkTool';
import { reviewOrder } from './reviewOrder';
import type { Sources } from './summaryText';
import { textDirection } from './textDirection';
import { Tool } from './Tool';
import { usePraise } from './usePraise';
import { WeekDays } from './WeekDays';
import { WhatsNew } from './WhatsNew';

export interface SummaryProps {
  /** `null` while it loads. */
  readonly standing: Standing | null;
  readonly summary: DayInNumbers | null;
  /** What the goals suggest; nothing without it. */
  readonly outlook?: Outlook | null;
  /** UTC ms. */
  readonly now: number;
  readonly paused: boolean;
  /** The summary has just been copied. */
  readonly copied: boolean;
  /** Something that was asked for could not be stored. */
  readonly lost?: boolean;
  /** What an update brought; empty when there is nothing to say. */
  readonly news?: string;
  readonly onDismissNews?: () => void;
  /** What is to be said about sites, before everything else. */
  readonly sites?: ComponentChildren;
  /** No nudges today: the rep's wish, or an offer; neither without it. */
  readonly quietDay?: QuietDayProps | null;
  /** A learning session, under way or not; left out until that is known. */
  readonly timing?: Omit<LearningTimerProps, 'now'> | undefined;
  readonly onCopy: () => void;
  readonly onPause: () => void;
  readonly onResume: () => void;
  /** Numbers into shapes, and back. */
  readonly onHideNumbers: () => void;
  /** The side panel; called within the click. */
  readonly onOpenPanel: () => void;
  readonly onOptions: () => void;
  /** Yes to 125 % of a goal, for this period. */
  readonly onStretch?: (id: string) => void;
  /** What was said at reviews, oldest first. */
  readonly reviews?: readonly Review[];
  /** What blocked a goal, said or taken back. */
  readonly onBlocker?: (id: string, blocker: Blocker) => void;
  /** Yes to what an adjustment point proposes for a goal. */
  readonly onAdjust?: (id: string, reason: string) => void;
  /** Yes to a floor in the pipeline trap; with what will change for it, where that is asked. */
  readonly onFloor?: (target: number, change?: Change) => void;
  /** It has just been taken, and `onFloorUndo` takes it back. */
  readonly floorTaken?: number | null;
  readonly onFloorUndo?: () => void;
  /** Today's, for who is told of it; left out while they are being counted. */
  readonly sources?: Sources | undefined;
  /** To the clipboard. */
  readonly onShare?: (text: string) => void;
  /** One of the rep's own kinds, now. */
  readonly onLog?: OwnLogProps['onLog'];
  readonly onUndo: (id: string) => void;
  readonly wordsBeside: RemarkToolProps['wordsBeside'];
  readonly onRemark: RemarkToolProps['onRemark'];
  readonly onNudge: (reply: NudgeReply) => void;
  /** `atMinute` is a minute of the summary's day, never later than now. */
  readonly onLogEarlier: LogEarlierProps['onLogEarlier'];
}

/** The popup: the day in numbers, and what can be done about it. */
export function Summary(props: SummaryProps) {
  const { standing, summary, now, paused } = props;
  const { outlook, reviews = [], news = '', onDismissNews = () => undefined } = props;
  const praise = usePraise(standing, now);
  const hidden = numbersHidden();
  const sides = standing?.sides ?? [];
  const goals = standing?.goals ?? [];
  const isReview = !hidden && outlook?.goals.some(({ checkIn }) => checkIn);
  const notesOf = ({ id, odds, unplannable = 0 }: Standing['goals'][number]) => {
    const own = hidden ? undefined : outlook?.goals.find((goal) => goal.id === id);
    return (
      own &&
      summary && (
        <GoalNotes
          outlook={own}
          reviews={{
            blocked: blockedOn(reviews, id, summary.day),
            last: lastReview(reviews, id, summary.day),
          }}
          onBlocker={(blocker) => {
            props.onBlocker?.(id, blocker);
          }}
          odds={odds}
          unplannable={unplannable}
          onStretch={() => {
            props.onStretch?.(id);
          }}
          onAdjust={(reason) => {
            props.onAdjust?.(id, reason);
          }}
          onOptions={props.onOptions}
        />
      )
    );
  };
  return (
    <main class="fh page summary" dir={textDirection()}>
      <WhatsNew news={news} onDismiss={onDismissNews} />
      {props.sites}
      {standing && summary ? (
        <>
          <header class="title">
            <h1>{doneText(summary)}</h1>
            <span>{dayText(summary.day, 'short')}</span>
            <Tool
              icon={hidden ? 'unseen' : 'seen'}
              label={i18n.t(hidden ? 'numbers.show' : 'numbers.hide')}
              onClick={props.onHideNumbers}
            />
          </header>
          <DayTotals totals={summary.totals} />
          {props.onLog && <OwnLog onLog={props.onLog} />}
          {!hidden && summary.curve.length + summary.plan.length > 0 && (
            <DayCurve summary={summary} />
          )}
          <NextFoothold
            standing={standing}
            now={now}
            praise={praise}
            onOptions={props.onOptions}
            onNudge={props.onNudge}
          />
          {props.quietDay && <QuietDay {...props.quietDay} />}
          {goals.length + sides.length > 0 && (
            <ul class="goals" aria-label={i18n.t('goal.list')}>
              {(isReview ? reviewOrder(goals) : goals).map((goal) => (
                <li key={goal.id}>
                  <GoalBar goal={goal} rest={standing.rest} />
                  {notesOf(goal)}
                </li>
              ))}
              {sides.map((side) => (
                <li key={side.id}>
                  <GoalBar goal={side} rest={standing.rest} />
                </li>
              ))}
            </ul>
          )}
          {!hidden && outlook?.trap && (
            <FloorCard
              trap={outlook.trap}
              taken={props.floorTaken ?? null}
              onTake={(...floor) => props.onFloor?.(...floor)}
              onUndo={() => props.onFloorUndo?.()}
            />
          )}
          {!hidden && outlook?.best && <BestTile best={outlook.best} others={outlook.otherBests} />}
          {!hidden && outlook && outlook.continuity.days > 1 && (
            <p class="part streak">
              <b>
                {i18n.t('best.inARow', outlook.continuity.days, [
                  formatCount(outlook.continuity.days),
                ])}
              </b>{' '}
              {outlook.continuity.frozen && i18n.t('best.frozen')}
            </p>
          )}
          {!hidden && summary.days.some(({ done, asked }) => done + asked > 0) && (
            <section class="part">
              <h2>{i18n.t('week.title')}</h2>
              <WeekDays days={summary.days} today={summary.day} />
            </section>
          )}
          <RecentActions
            actions={standing.recent}
            rowTool={(action) => (
              <RemarkTool
                action={action}
                wordsBeside={props.wordsBeside}
                onRemark={props.onRemark}
              />
            )}
            onUndo={props.onUndo}
          />
          {!hidden && outlook && outlook.goals.length > 0 && (
            <PartnerNote
              text={partnerText(standing, summary, outlook, props.sources)}
              onCopy={(text) => props.onShare?.(text)}
            />
          )}
          {props.timing && <LearningTimer {...props.timing} now={now} />}
          <details class="part">
            <summary>{i18n.t('earlier.title')}</summary>
            <LogEarlier nowMinute={summary.minute} onLogEarlier={props.onLogEarlier} />
          </details>
        </>
      ) : (
        <Loading />
      )}
      <div class="acts">
        {props.lost && (
          <p class="problem" role="alert">
            {i18n.t('form.again')}
          </p>
        )}
        <button type="button" onClick={props.onCopy} disabled={!summary}>
          {i18n.t(props.copied ? 'popup.copied' : 'popup.copy')}
        </button>
        <span role="status" class="hidden">
          {props.copied && i18n.t('popup.copied')}
        </span>
        <button type="button" onClick={paused ? props.onResume : props.onPause}>
          {i18n.t(paused ? 'popup.resume' : 'popup.pause')}
        </button>
        <button type="button" onClick={props.onOpenPanel}>
          {i18n.t('popup.beside')}
        </button>
        <button type="button" class="end" onClick={props.onOptions}>
          {i18n.t('popup.options')}
        </button>
      </div>
    </main>
  );
}
