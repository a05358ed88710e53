import { afterEach, beforeEach, vi } from 'vitest';
import { DragWatch } from '../../../lib/detect/drag';
import { Detector, type KeptIntent } from '../../../lib/detect/detector';
import type { Place } from '../../../lib/detect/page';
import type { DetectedAction } from '../../../lib/domain/detected';
import type { Rule, Site } from '../../../lib/sites/site';

/** 09:30 UTC on a Monday. */
export const morning = Date.UTC(2026, 2, 2, 9, 30);

export const recordUrl = 'https://crm.test/contacts/17';

/** A small CRM. Its rules are each test's own. */
export function siteWith(...rules: readonly Rule[]): Site {
  return {
    id: 'test',
    label: 'Test CRM',
    matches: [],
    pages: [
      {
        kind: 'contact',
        test: ({ pathname }) => /^\/contacts\/\d+$/.test(pathname),
        subject: ({ pathname }) => `contact/${pathname.split('/')[2] ?? ''}`,
      },
      {
        kind: 'form',
        test: ({ pathname }) => pathname === '/contacts/new',
      },
      {
        kind: 'list',
        test: ({ pathname }) => pathname === '/contacts',
      },
    ],
    rules,
    landmarks: {},
  };
}

/** A rule that a click on #go starts, on a contact's page. */
export function rule(own: Partial<Rule> & Pick<Rule, 'confirm'>): Rule {
  return {
    id: 'test/rule',
    on: ['contact'],
    intents: [{ event: 'click', target: ['#go'] }],
    kind: 'note',
    fails: ['.error'],
    cancels: ['#cancel'],
    within: 10_000,
    once: 'occurrence',
    ...own,
  };
}

export interface Visit {
  readonly detector: Detector;
  readonly counted: readonly DetectedAction[];
  readonly asked: readonly DetectedAction[];
  /** Ids of rules, each time one threw. */
  readonly failed: readonly string[];
  /** `rule outcome`, in order. */
  readonly ended: readonly string[];
  readonly moved: readonly Place[];
  /** The intents of the latest call of `keep`. */
  readonly kept: readonly KeptIntent[];
  /** Every event the detector asked `byHand` about. */
  readonly heard: readonly Event[];
  readonly leave: () => void;
}

const leaving: (() => void)[] = [];
const scripted = new WeakSet<Event>();
const observers = new Set<FakeObserver>();
/** What was answered a moment before the page went: the browser has not told it yet. */
const untold: unknown[] = [];
let byScript = false;

class FakeObserver {
  constructor(private readonly callback: (list: { getEntries(): unknown[] }) => void) {}
  observe() {
    observers.add(this);
  }
  disconnect() {
    observers.delete(this);
  }
  takeRecords() {
    return untold.splice(0);
  }
  tell(entry: unknown) {
    this.callback({ getEntries: () => [entry] });
  }
}

/** No Dexie here, so every clock is fake: the poll, the deadlines and the page's own. */
export function useFakePage() {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'],
      now: morning,
    });
    vi.stubGlobal('PerformanceObserver', FakeObserver);
    document.addEventListener('submit', preventNavigation);
    document.addEventListener('click', preventLinks);
  });
  afterEach(() => {
    for (const leave of leaving.splice(0)) leave();
    document.removeEventListener('submit', preventNavigation);
    document.removeEventListener('click', preventLinks);
    document.body.replaceChildren();
    observers.clear();
    untold.length = 0;
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}

function preventNavigation(event: Event) {
  event.preventDefault();
}

function preventLinks(event: Event) {
  if ((event.target as Element).closest('a')) event.preventDefault();
}

export function visit(site: Site, html: string, url = recordUrl): Visit {
  setUrl(url);
  document.body.innerHTML = html;
  const life = new AbortController();
  const counted: DetectedAction[] = [];
  const asked: DetectedAction[] = [];
  const failed: string[] = [];
  const ended: string[] = [];
  const moved: Place[] = [];
  const heard: Event[] = [];
  let kept: readonly KeptIntent[] = [];
  let ids = 0;
  const detector = new Detector({
    drags: DragWatch,
    window,
    site,
    signal: life.signal,
    byHand: (event) => {
      heard.push(event);
      return !scripted.has(event);
    },
    now: () => Date.now(),
    newId: () => `occurrence-${String((ids += 1))}`,
    insideOf: (element) =>
      element instanceof HTMLIFrameElement ? element.contentDocument : element.shadowRoot,
    counted: (action) => counted.push(action),
    asked: (action) => asked.push(action),
    moved: (place) => moved.push(place),
    failed: (id) => failed.push(id),
    ended: (id, outcome) => ended.push(`${id} ${outcome}`),
    keep: (pending) => {
      kept = pending;
    },
  });
  const leave = () => {
    life.abort();
  };
  leaving.push(leave);
  return {
    detector,
    counted,
    asked,
    failed,
    ended,
    moved,
    heard,
    leave,
    get kept() {
      return kept;
    },
  };
}

/** What runs inside is the page's own script: its events are trusted by nobody. */
export function scriptDoes(work: () => void) {
  byScript = true;
  try {
    work();
  } finally {
    byScript = false;
  }
}

export function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector} on the page`);
  return found;
}

function dispatch(target: EventTarget, event: Event) {
  if (byScript) scripted.add(event);
  target.dispatchEvent(event);
}

function element(target: string | Element): Element {
  return typeof target === 'string' ? find(target) : target;
}

const mouse = { bubbles: true, composed: true, cancelable: true };

/** A whole click of a hand: press, release, click. `detail` is the browser's count of a double click. */
export function click(target: string | Element, detail = 1) {
  const on = element(target);
  dispatch(on, new PointerEvent('pointerdown', mouse));
  dispatch(on, new PointerEvent('pointerup', mouse));
  dispatch(on, new MouseEvent('click', { ...mouse, detail }));
}

/** Two clicks as fast as hands make them. */
export function doubleClick(target: string | Element, between: () => void = () => undefined) {
  click(target);
  pass(80);
  between();
  pass(70);
  click(target, 2);
}

export function press(target: string | Element, key: string, more: KeyboardEventInit = {}) {
  dispatch(element(target), new KeyboardEvent('keydown', { ...mouse, key, ...more }));
}

export function change(target: string | Element) {
  dispatch(element(target), new Event('change', { bubbles: true }));
}

export function submit(form: string, submitter?: string) {
  const event = new SubmitEvent('submit', {
    bubbles: true,
    cancelable: true,
    submitter: submitter === undefined ? null : find(submitter),
  });
  dispatch(find(form), event);
}

export function pointerDown(target: string, x: number, y: number) {
  dispatch(find(target), new PointerEvent('pointerdown', { ...mouse, clientX: x, clientY: y }));
}

export function pointerUp(target: string, x: number, y: number) {
  dispatch(find(target), new PointerEvent('pointerup', { ...mouse, clientX: x, clientY: y }));
}

export function html5Drop(target: string) {
  dispatch(find(target), new Event('drop', { bubbles: true, composed: true }));
}

export function focus(target: string) {
  dispatch(find(target), new FocusEvent('focusin', { bubbles: true, composed: true }));
}

/** Milliseconds go by, on every clock of the page. */
export function pass(ms: number) {
  vi.advanceTimersByTime(ms);
}

/** Time for whatever polls to look again. */
export function look() {
  pass(250);
}

interface Answer {
  readonly status?: number;
  /** When it left, on the page's performance clock, ms. */
  readonly left?: number;
  readonly by?: string;
  readonly told?: boolean;
}

/** The browser reports that a request of the page has been answered. */
export function answered(
  path: string,
  { status = 200, left, by = 'fetch', told = true }: Answer = {},
) {
  const entry = {
    name: `https://crm.test${path}`,
    responseStatus: status,
    startTime: left ?? performance.now(),
    initiatorType: by,
  };
  if (!told) untold.push(entry);
  else for (const observer of [...observers]) observer.tell(entry);
}

/** The page commits to another URL without a load. */
export function goTo(url: string) {
  setUrl(url);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

function setUrl(url: string) {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
}

/** What is at work in the page while the rep does nothing. */
export function atWork() {
  return { observers: observers.size, timers: vi.getTimerCount() };
}

export const atRest = { observers: 0, timers: 0 };
