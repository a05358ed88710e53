import { browser } from 'wxt/browser';
import { now } from '../clock';
import { Detector } from '../detect/detector';
import { watchLandmarks } from '../detect/health';
import type { ActionKind } from '../domain/action';
import type { DetectedAction } from '../domain/detected';
import { pageOf } from '../domain/brokenPage';
import type { NudgeReply } from '../domain/nudge/nudge';
import { newOccurrence } from '../domain/occurrence';
import type { Standing } from '../domain/standing';
import { onMessage, removeAllListeners, sendMessage, type Entered } from '../messages/protocol';
import type { Surface } from '../settings/sites';
import { healthAt, type SiteHealth } from '../settings/health';
import { storedStanding } from '../settings/standing';
import { unasked } from '../settings/unasked';
import type { BroughtSite } from './broughtSites';
import { whenIdle } from './idle';
import { isConnected } from './connected';
import { observeFor } from './observations';
import { Outbox } from './outbox';
import { Passage } from './passage';
import { SidebarState } from './state';
import { TouchesSoFar } from './touchesSoFar';

/** Longer without the worker's word is worth telling, ms. */
const patience = 1500;

/** A notice is drawn so soon after its page has loaded, ms. */
const noticesTake = 500;

/** Which pages are about one record, and what a rep calls it. */
const records: Readonly<Record<string, RecordOnScreen>> = {
  contact: 'contact',
  company: 'company',
  opportunity: 'opportunity',
  lead: 'lead',
  profile: 'person',
  'profile-part': 'person',
  'sales-lead': 'person',
};
type RecordOnScreen = 'contact' | 'company' | 'opportunity' | 'lead' | 'person';

/** What is known when a page begins. */
export interface Beginning {
  readonly health: SiteHealth;
  readonly standing: Standing | null;
  /** Null where there is no extension any more. */
  readonly entered: Promise<Entered | null>;
}

/** Counting on one page: detection, the outbox and the standing, wired. What it shows is `view`, what the rep may do `hands`. */
export class Counting {
  readonly #state: SidebarState;
  readonly #outbox: Outbox;
  readonly #detector: Detector;
  readonly #touches: TouchesSoFar;
  #health: SiteHealth;
  #slow = false;

  constructor(
    private readonly window: Window,
    private readonly brought: BroughtSite,
    private readonly signal: AbortSignal,
    { health, standing, entered }: Beginning,
    changed: () => void,
  ) {
    const { site, drags } = brought;
    const passage = new Passage(entered);
    this.#health = health;
    const observe = observeFor(site.id);
    const failed = (rule: string) => {
      observe({ rule, outcome: 'broken' });
    };
    const arrive = watchLandmarks(
      window,
      site,
      signal,
      (look) => {
        if (!look.found || this.#health.missed.includes(look.kind)) observe(look);
      },
      (kind) => {
        failed(pageOf(site.id, kind));
      },
    );
    this.#outbox = new Outbox(signal, () => {
      this.#slow = false;
      if (this.#outbox.unsaved > 0)
        setTimeout(() => {
          this.#slow = this.#outbox.unsaved > 0;
          changed();
        }, patience);
      changed();
    });
    this.#touches = new TouchesSoFar(() => this.#outbox.unsaved === 0, changed);
    this.#state = new SidebarState({
      site: site.id,
      via: 'one-click',
      now,
      send: (action) => {
        this.#touches.add(action);
        return this.#outbox.send(action);
      },
      changed,
    });
    this.#detector = new Detector({
      window,
      site,
      drags,
      signal,
      byHand: (event) => event.isTrusted,
      now,
      newId: newOccurrence,
      insideOf,
      counted: (action) => {
        this.#state.count(action);
      },
      asked: (action) => {
        void unasked.get().then((ends) => {
          if (ends.some((end) => action.rule?.endsWith(end))) this.#state.count(action);
          else this.#state.ask(action);
        });
      },
      moved: (place) => {
        arrive(place);
        this.#askTouches();
        changed();
      },
      ended: (rule, outcome) => {
        // What is confirmed the worker hears of as an action.
        if (outcome !== 'confirmed') observe({ rule, outcome });
      },
      failed,
      keep: (pending) => void passage.keep(pending).catch(() => undefined),
    });
    arrive(this.#detector.place);
    void this.#resume(passage);
    this.#follow(standing);
    this.#obey();
    healthAt(window.location.origin).watch(signal, (known) => {
      this.#health = known;
      changed();
    });
  }

  get view() {
    const { kind } = this.#detector.place;
    const { notFound } = this.#health;
    return {
      standing: this.#state.standing,
      questions: this.#state.questions,
      again: this.#state.again,
      record: records[kind ?? ''] ?? null,
      touches: this.#touches.shown,
      siteId: this.brought.site.id,
      site: {
        label: this.brought.site.label || this.window.location.host,
        state:
          notFound.length > 0
            ? ('changed' as const)
            : this.brought.site.logsOnly
              ? ('logging' as const)
              : ('counting' as const),
        notFound,
        unsaved: this.#slow ? this.#outbox.unsaved : 0,
      },
    };
  }

  readonly hands = {
    onLog: (kind: ActionKind) => {
      this.#state.log(kind, this.#detector.place.subject);
    },
    onAgain: (yes: boolean) => {
      this.#state.logAgain(yes);
    },
    onAnswer: (id: string, yes: boolean) => {
      this.#state.answer(id, yes);
    },
    onUndo: (id: string) => {
      this.#state.forget(id);
      void this.#outbox.undo(id);
    },
    onNudge: (reply: NudgeReply) => void sendMessage('answerNudge', reply),
    onMoveTo: (surface: Surface) => void sendMessage('moveTo', surface),
    onSwitchOff: () => void sendMessage('switchOff'),
    onReport: async () => {
      try {
        await navigator.clipboard.writeText(await sendMessage('report'));
        return true;
      } catch {
        // A page without TLS has no clipboard, and some forbid it; our own page has one.
        await sendMessage('openOptions');
        return false;
      }
    },
    onOptions: () => void sendMessage('openOptions'),
  };

  get undelivered(): readonly DetectedAction[] {
    return this.#outbox.undelivered;
  }

  /** Counts what an earlier script of this page could not deliver; what has arrived after all is not counted again. */
  inherit(actions: readonly DetectedAction[]) {
    for (const action of actions) this.#state.count(action);
  }

  /** Takes over at once what the tab's last page left pending, and lets it stand or fall with what this page shows. */
  async #resume(passage: Passage) {
    const kept = await passage.take().catch(() => []);
    const [entry] = this.window.performance.getEntriesByType('navigation');
    const type = (entry as PerformanceNavigationTiming | undefined)?.type ?? '';
    const landed = this.#detector.landed(kept, type);
    if (landed.length === 0) return;
    const settle = () => {
      if (!this.signal.aborted) this.#detector.resume(landed.splice(0));
    };
    // An error notice may be drawn late, and a rep who has seen the record may leave before that.
    this.window.addEventListener('pagehide', settle, { once: true, signal: this.signal });
    await whenIdle(this.window, this.signal);
    setTimeout(settle, noticesTake);
  }

  #askTouches() {
    if (this.window.document.visibilityState === 'visible')
      void this.#touches.ask(this.#detector.place.subject, this.#state.standing?.computedAt);
  }

  /** What the rep asks for by a key or in the context menu, and where the rep is; only the worker can reach this. */
  #obey() {
    onMessage('presence', () =>
      this.window.document.visibilityState === 'visible'
        ? { typedAt: this.#detector.typedAt, questions: this.#state.questions }
        : null,
    );
    onMessage('log', ({ data: kind }) => {
      this.hands.onLog(kind);
      return this.#state.again !== kind;
    });
    onMessage('undone', ({ data: id }) => {
      this.#state.forget(id);
    });
    this.signal.addEventListener('abort', removeAllListeners);
  }

  #follow(known: Standing | null) {
    const { document } = this.window;
    storedStanding.watch(this.signal, (standing) => {
      this.#state.show(standing);
      this.#askTouches();
    });
    const look = async (known?: Standing | null) => {
      if (document.visibilityState !== 'visible' || !isConnected()) return;
      const standing = known === undefined ? await storedStanding.get() : known;
      this.#state.show(standing);
      this.#askTouches();
      // A rule of the rep's own may have waited for this page.
      if (!standing || standing.cueToCome || standing.validUntil <= now())
        await sendMessage('refresh').catch(() => false);
    };
    document.addEventListener('visibilitychange', () => void look(), { signal: this.signal });
    void look(known);
  }
}

/** The shadow root of an element, open or closed, or the document of a frame whose origin is the page's. */
export function insideOf(element: Element): ShadowRoot | Document | null {
  if (element instanceof HTMLIFrameElement) return element.contentDocument;
  return element instanceof HTMLElement && isConnected()
    ? browser.dom.openOrClosedShadowRoot(element)
    : null;
}
