import { render } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/sidebar.css';
import '../../components/page.css';
import { setNumbersHidden, withNumbers } from '../../components/hiddenNumbers';
import { Summary } from '../../components/Summary';
import { summaryText } from '../../components/summaryText';
import { clockReady, now } from '../../lib/clock';
import { addDays, instantOf } from '../../lib/domain/day';
import { loggedByHand } from '../../lib/domain/detected';
import { withFloor, undoing } from '../../lib/domain/floorOffer';
import type { GoalVersion } from '../../lib/domain/goal';
import { lookBack } from '../../lib/domain/lookBack';
import { newOccurrence } from '../../lib/domain/occurrence';
import { longestPast } from '../../lib/domain/odds/past';
import { acceptAdjustment, acceptStretch, outlook } from '../../lib/domain/outlook';
import { withBlocker, type Blocker } from '../../lib/domain/review';
import { summary } from '../../lib/domain/summary';
import type { Change } from '../../lib/domain/terms';
import { Journal } from '../../lib/journal/database';
import { allGoals } from '../../lib/journal/goals';
import { sourcesOf, talliesSince } from '../../lib/journal/tallies';
import { sendMessage } from '../../lib/messages/protocol';
import { logEarlier } from '../../lib/pages/logEarlier';
import { openPanel } from '../../lib/pages/openPanel';
import { remark, wordsBeside } from '../../lib/pages/remark';
import { useItem } from '../../lib/pages/useItem';
import { useLive } from '../../lib/pages/useLive';
import { useNews } from '../../lib/pages/useNews';
import { useNow } from '../../lib/pages/useNow';
import { useQuietDay } from '../../lib/pages/useQuietDay';
import { useTiming } from '../../lib/pages/useTiming';
import { hideNumbers } from '../../lib/settings/hideNumbers';
import { oddsFits } from '../../lib/settings/oddsFits';
import { pausedOn } from '../../lib/settings/pause';
import { reviews } from '../../lib/settings/reviews';
import { schedule as scheduleSetting } from '../../lib/settings/schedule';
import { storedStanding } from '../../lib/settings/standing';
import { timeZoneHere, today } from '../../lib/settings/today';
import { useOwnKinds } from '../options/useOwnKinds';
import { Sites } from './Sites';

const journal = new Journal();
const timeZone = timeZoneHere();

/** The floor that was taken here, and what puts the goals back. */
interface Floored {
  readonly target: number;
  readonly undo: readonly GoalVersion[];
}

function Popup() {
  const time = useNow();
  const standing = useItem(storedStanding) ?? null;
  const schedule = useItem(scheduleSetting);
  const paused = useItem(pausedOn);
  const timing = useTiming();
  const own = useOwnKinds();
  const hidden = useItem(hideNumbers);
  const said = useItem(reviews);
  const fits = useItem(oddsFits);
  const { news, dismissNews } = useNews();
  const [copied, setCopied] = useState(false);
  /** Something that was asked for here could not be stored. */
  const [lost, setLost] = useState(false);
  const [floored, setFloored] = useState<Floored | null>(null);
  const day = schedule && today(schedule, time);
  const quietDay = useQuietDay(standing, day);
  const read = useLive(async () => {
    if (!schedule || day === undefined) return undefined;
    const goals = await allGoals(journal);
    return { goals, tallies: await talliesSince(journal, lookBack(goals, schedule, day)) };
  }, [schedule, day]);
  const drawn = read !== undefined;
  // Three years, for the odds alone: how the day stands is drawn before they are asked for.
  const past = useLive(
    async () =>
      day === undefined || !drawn ? undefined : talliesSince(journal, addDays(day, -longestPast)),
    [day, drawn],
  );
  const numbers = schedule && read ? summary({ ...read, schedule, now: now(), timeZone }) : null;

  const input = schedule && read && { ...read, schedule };
  const minute = numbers?.minute;
  // Every goal's odds at several moments: too much to reckon anew with each key that is pressed here.
  const view = useMemo(() => {
    if (!schedule || !read || !past || !fits || day === undefined || minute === undefined)
      return null;
    const known = fits.day === day ? fits.fits : {};
    return outlook({ ...read, past, schedule, fits: known }, { day, minute });
  }, [schedule, read, past, fits, day, minute]);

  function store(asked: Promise<unknown>) {
    setLost(false);
    asked.catch(() => {
      setLost(true);
    });
  }

  function stretch(id: string) {
    if (input && numbers) store(sendMessage('saveGoals', acceptStretch(input, id, numbers.day)));
  }

  function adjust(id: string, reason: string) {
    const { adjustment, next } = view?.goals.find((goal) => goal.id === id) ?? {};
    const proposal = adjustment ?? next;
    if (!input || !numbers || !proposal) return;
    const changes = acceptAdjustment(input, id, numbers.day, { ...proposal, reason });
    store(sendMessage('saveGoals', changes));
  }

  async function takeFloor(target: number, change?: Change) {
    if (!read || !view?.trap || day === undefined) return;
    const { kinds } = view.trap;
    const changes = withFloor(read.goals, { floor: target, kinds }, day, newOccurrence, change);
    await sendMessage('saveGoals', changes);
    setFloored({ target, undo: undoing(read.goals, changes) });
  }

  async function undoFloor() {
    await sendMessage('saveGoals', floored?.undo ?? []);
    setFloored(null);
  }

  function block(id: string, blocker: Blocker) {
    if (said && day !== undefined) void reviews.set(withBlocker(said, id, day, blocker));
  }

  const sources = useLive(
    async () => (day === undefined ? undefined : sourcesOf(journal, day)),
    [day],
  );

  async function copy() {
    if (!standing || !numbers) return;
    // Hidden on this screen; who gets the copy is the rep's choice.
    const text = withNumbers(() => summaryText(standing, numbers, now(), sources));
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }

  if (hidden === undefined || !own) return null;
  setNumbersHidden(hidden);
  return (
    <Summary
      standing={standing}
      summary={numbers}
      outlook={view}
      now={now()}
      paused={paused !== undefined && paused === day}
      copied={copied}
      lost={lost}
      news={news}
      onDismissNews={dismissNews}
      sites={<Sites />}
      quietDay={quietDay}
      timing={
        timing && {
          ...timing,
          onStop: () => {
            store(timing.onStop());
          },
        }
      }
      onCopy={() => void copy()}
      onPause={() => day !== undefined && void pausedOn.set(day)}
      onResume={() => void pausedOn.set(null)}
      onHideNumbers={() => void hideNumbers.set(!hidden)}
      onOpenPanel={() => {
        // The browser wants the click that this came from, so the window was asked for before.
        void openPanel(windowId).then(close);
      }}
      onOptions={() => void browser.runtime.openOptionsPage()}
      onStretch={stretch}
      {...(said && { reviews: said })}
      onBlocker={block}
      onAdjust={adjust}
      onFloor={(target, change) => {
        store(takeFloor(target, change));
      }}
      floorTaken={floored?.target ?? null}
      onFloorUndo={() => {
        store(undoFloor());
      }}
      sources={sources}
      onShare={(text) => void navigator.clipboard.writeText(text)}
      onLog={(kind) => {
        store(sendMessage('record', loggedByHand(kind, now())));
      }}
      onUndo={(id) => {
        store(sendMessage('undo', id));
      }}
      wordsBeside={(id) => wordsBeside(journal, id)}
      onRemark={remark}
      onLogEarlier={async (kind, count, minute, remarks) => {
        if (!numbers) return 0;
        setLost(false);
        const at = Math.min(instantOf(numbers.day, minute, timeZone), now());
        return logEarlier(kind, count, at, remarks);
      }}
      onNudge={(reply) => {
        store(sendMessage('answerNudge', reply));
      }}
    />
  );
}

const { id: windowId } = await browser.windows.getCurrent();
document.documentElement.lang = browser.i18n.getUILanguage();
await clockReady;
void sendMessage('refresh');
render(<Popup />, document.body);
