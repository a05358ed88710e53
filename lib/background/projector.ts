import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { now } from '../clock';
import { lookBack } from '../domain/lookBack';
import { oneLayer } from '../domain/companyGoal';
import { namesOf } from '../domain/ownKinds';
import { withSaid } from '../domain/odds/said';
import type { Schedule } from '../domain/schedule';
import type { Standing } from '../domain/standing';
import { standing as project } from '../domain/standing';
import { recentActions } from '../journal/actions';
import type { Journal } from '../journal/database';
import { allGoals } from '../journal/goals';
import { talliesSince } from '../journal/tallies';
import { timeZoneHere, today } from '../settings/today';
import { pausedOn } from '../settings/pause';
import { schedule as scheduleSetting } from '../settings/schedule';
import { oddsSaid } from '../settings/oddsSaid';
import { ownKinds } from '../settings/ownKinds';
import { hideNumbers } from '../settings/hideNumbers';
import { storedStanding, storeStanding } from '../settings/standing';
import { siteById } from '../sites/registry';
import type { SiteId } from '../sites/site';
import type { Nudger } from './nudger';
import { PastReader } from './pastReader';

export const standingAlarm = 'standing';
/** On the way to a checkpoint the pace mark moves all the time; this often it is drawn anew, ms. */
const freshFor = 10 * 60_000;
const shown = 5;

/** Writes the standing that every surface watches. Calls that come while one is under way share the next one. */
export class Projector {
  #running: Promise<void> | undefined;
  #queued: Promise<void> | undefined;

  readonly #pasts: PastReader;

  constructor(
    private readonly journal: Journal,
    private readonly nudger: Nudger,
    /** Called with each standing and the one that was shown before it. */
    private readonly moved: (before: Standing | null, after: Standing) => void = () => undefined,
  ) {
    this.#pasts = new PastReader(journal);
  }

  project(): Promise<void> {
    if (!this.#running) {
      this.#running = this.#write().finally(() => (this.#running = undefined));
      return this.#running;
    }
    this.#queued ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#queued = undefined;
        return this.project();
      });
    return this.#queued;
  }

  async #write() {
    const [schedule, paused, previous, own] = await Promise.all([
      scheduleSetting.get(),
      pausedOn.get(),
      storedStanding.get(),
      ownKinds.get(),
    ]);
    const at = now();
    const day = today(schedule, at);
    const goals = await allGoals(this.journal);
    const [tallies, recent] = await Promise.all([
      talliesSince(this.journal, lookBack(goals, schedule, day)),
      recentActions(this.journal, day, shown),
    ]);
    const input = { tallies, goals, schedule };
    const bare = project({
      ...input,
      now: at,
      timeZone: timeZoneHere(),
      previous: previous?.foothold ?? null,
      pasts: await this.#pasts.read(goals, tallies, schedule, day),
      recent: recent.map(({ id, kind, at, offset, site, via, evidence, tags, amount, words }) => ({
        id,
        kind,
        at,
        offset,
        site,
        where: whereIs(site),
        via,
        evidence,
        ...(tags && { tags }),
        ...(amount && { amount }),
        ...(words && { noted: true }),
      })),
      ...(paused !== null && { pausedOn: paused }),
      ...(recent[0] && { lastKind: recent[0].kind }),
    });
    // That there is nothing to say must not keep the numbers from being shown.
    const said = await this.nudger.say(bare, input, previous?.nudge).catch((error: unknown) => {
      reportError(error);
      return {};
    });
    const standing: Standing = { ...bare, ...said, ...(own.length > 0 && { names: namesOf(own) }) };
    await storeStanding(standing);
    await note(standing, schedule);
    this.moved(previous, standing);
    await Promise.all([showBadge(standing), this.#wakeAt(movesAt(standing), at)]);
  }

  /** The lab's clock may be shifted; alarms ring by the real one. */
  async #wakeAt(time: number, at: number) {
    await browser.alarms.create(standingAlarm, { when: Date.now() + (time - at) });
  }
}

/** A page that no site recognises has no name of its own. */
function whereIs(site: SiteId): string {
  const label = siteById(site)?.label ?? '';
  return label === '' ? i18n.t('via.elsewhere') : label;
}

/** When a standing has to be drawn anew without an event, UTC ms. */
function movesAt({ rest, validUntil, computedAt, recent, nudge }: Standing): number {
  // A goal reached by a call may be stretched, and that is not said while the call may last.
  const lately = rest === 'reached' && computedAt - (recent[0]?.at ?? 0) < freshFor;
  const drifts = rest === null || lately ? computedAt + freshFor : Infinity;
  return Math.min(validUntil, drifts, nudge?.until ?? Infinity);
}

/** Keeps what was said first of each period: the odds are to be held against what comes. */
async function note({ goals }: Standing, schedule: Schedule) {
  const before = await oddsSaid.get();
  const said = withSaid(before, goals, schedule);
  if (said !== before) await oddsSaid.set(said);
}

/** What is left to the next checkpoint, over all goals of one layer; a dot where numbers are hidden. */
async function showBadge({ goals, rest }: Standing) {
  const left = rest === null ? oneLayer(goals).reduce((sum, { legs }) => sum + leftOf(legs), 0) : 0;
  await browser.action.setBadgeBackgroundColor({ color: '#b5410f' });
  const number = (await hideNumbers.get()) ? '•' : String(Math.min(left, 999));
  await browser.action.setBadgeText({ text: left > 0 ? number : '' });
}

function leftOf(legs: Standing['goals'][number]['legs']): number {
  const next = legs.findIndex(({ state }) => state === 'now');
  return legs.slice(0, next + 1).reduce((sum, leg) => sum + leg.planned - leg.done, 0);
}
