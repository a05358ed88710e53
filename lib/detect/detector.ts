import { offsetHere, type DetectedAction } from '../domain/detected';
import type { Outcome } from '../domain/health';
import type { Confirmation, Intent, PageKind, Rule, Site, Values } from '../sites/site';
import {
  tryConfirmation,
  visible,
  wasGranted,
  watchNew,
  type Sighting,
  type Trial,
} from './confirmation';
import type { DragWatch } from './drag';
import { around, inPath, isElement, valueOf, within } from './find';
import { placeOf, watchPlace, type Place } from './page';
import { listenToRequests, type RequestEars, type SeenRequest } from './request';

/** What detection needs of the world around it; the content script passes the browser's, a unit test its own. */
export interface Surroundings {
  readonly window: Window;
  readonly site: Site;
  /** Tells a drop from a press; only where a rule of the site waits for one. */
  readonly drags?: typeof DragWatch | undefined;
  readonly signal: AbortSignal;
  /** Whether a hand made the event. Scripts cannot forge a trusted pointer or key event. */
  byHand(event: Event): boolean;
  /** Wall clock, UTC ms. */
  now(): number;
  newId(): string;
  /** What is drawn inside of an element: its shadow root, closed or open; a frame's document, of the page's own origin. */
  insideOf(element: Element): ShadowRoot | Document | null;
  counted(action: DetectedAction): void;
  /** Only the rep knows: whether it was done at all, or what it was. */
  asked(action: DetectedAction): void;
  moved(place: Place): void;
  /** A rule threw; the others go on. */
  failed(rule: Rule['id']): void;
  /** An intent is over. Those that only the rep can confirm are not reported: nothing can be learnt from them. */
  ended(rule: Rule['id'], outcome: Outcome): void;
  /** What has to survive a full page load, each time it changes. */
  keep(pending: readonly KeptIntent[]): void;
}

/** A pending intent as it crosses a page load. Plain JSON. */
export interface KeptIntent {
  readonly occurrence: string;
  readonly rule: Rule['id'];
  readonly at: number;
  readonly subject?: string | undefined;
  readonly identity?: string | undefined;
  readonly values: Values;
  /** Wall clock, UTC ms. */
  readonly deadline: number;
}

interface Group {
  readonly trials: readonly Trial[];
  /** How long they must stand together, ms. */
  readonly holds: number;
  /** Since when they do, performance clock, ms. */
  since: number | undefined;
}

/** What an intent is about. Read when the hand was on it: it may be gone a moment later. */
interface Thing {
  readonly element: Element;
  readonly identity: string | undefined;
  readonly subject: string | undefined;
}

interface Pending {
  readonly rule: Rule;
  readonly occurrence: string;
  readonly target: Element;
  readonly identity: string | undefined;
  readonly at: number;
  readonly subject: string | undefined;
  readonly values: Values;
  groups: readonly Group[];
  readonly form: Element | undefined;
  /** The form complained when the hand moved, and has not stopped. */
  refusing: boolean;
  /** A complaint that is new. */
  readonly failing: (() => Sighting | undefined) | undefined;
  /** No other hand's intent has been under way with it: a complaint is about this one. */
  alone: boolean;
  /** The press was another rule's: that nothing else comes of it says nothing. */
  spent?: boolean;
  /** When the hand moved, performance clock, ms. */
  readonly since: number;
  readonly scope: ParentNode;
  /** Performance clock, ms: requests that left later prove nothing, because the rep had called it off. */
  until: number;
  deadline: number;
}

/** These do not leave a shadow root. */
const uncomposed = ['submit', 'change'];
const heardTypes = ['pointerdown', 'pointerup', 'click', 'keydown', 'drop', 'load', ...uncomposed];
const pollEvery = 120;
/** Where text is typed. */
const fields = ['input,textarea,[contenteditable]'] as const;

/** `submit` and `change` are trusted when scripts cause them, so a hand must have been there this recently, ms. */
const handMemory = 1000;
/** The second click of a double click comes this soon after the first, ms. */
const doubleClickWithin = 500;
/** A form that takes a save has taken its old complaints away this soon, ms. */
const complainsFor = 500;
/** Fields live in one of these; their values at the first touch are what "changed from" means. */
const formLike = ['form', '[role="dialog"]'] as const;

/** Watches one document for one site. Returns what later pages and settings may ask of it. */
export function detect(around_: Surroundings) {
  return new Detector(around_);
}

export class Detector {
  #place: Place;
  #pending: Pending[] = [];
  #typedAt: number | undefined;
  /** When the hand moved that is being heard, on the page's performance clock, ms. */
  #time = 0;
  #hand: { time: number; path: readonly EventTarget[] } = { time: -Infinity, path: [] };
  #poll: ReturnType<typeof setTimeout> | undefined;
  #ears: RequestEars | undefined;
  #touched = new WeakMap<ParentNode, ReadonlyMap<Rule, ReturnType<typeof read> | undefined>>();
  readonly #look: () => void;
  readonly #drags: DragWatch<Pending> | undefined;

  constructor(private readonly world: Surroundings) {
    const { window, signal } = world;
    this.#place = this.#here();
    this.#look = watchPlace(window, signal, this.#moved);
    this.#drags =
      world.drags &&
      new world.drags(
        (path, event) => this.#prepareAll('drop', path, event),
        // A card may wait in the hand: its time begins when it is dropped.
        (pending) => {
          this.#start({ ...pending, deadline: this.#clock() + pending.rule.within });
        },
      );
    this.#listen(window.document);
    window.addEventListener('pagehide', this.#leave, { signal });
    signal.addEventListener('abort', this.#rest);
  }

  /** The page's performance clock, ms. */
  readonly #clock = () => this.world.window.performance.now();

  readonly #here = () => placeOf(this.world.site, this.world.window.location.href);

  get place(): Place {
    return this.#place;
  }

  /** When a key last went into a text field, wall clock, UTC ms: now, while none could be heard. */
  get typedAt(): number | undefined {
    const { document } = this.world.window;
    return document.hasFocus() && this.#isDeafTo(document) ? this.world.now() : this.#typedAt;
  }

  /** Whether the focus is in a frame of another origin, of whose keys nobody out here hears. */
  #isDeafTo(root: Document | ShadowRoot): boolean {
    const focused = root.activeElement;
    const inside = focused && this.world.insideOf(focused);
    return inside ? this.#isDeafTo(inside) : focused?.localName === 'iframe';
  }

  /**
   * Of what the tab's previous page left pending, that which this page can confirm by being here. Only a page the rep
   * went to can: a reload or a step back through history is no answer to a form.
   *
   * @param navigation the document's navigation type
   */
  landed(kept: readonly KeptIntent[], navigation: string): KeptIntent[] {
    return kept.filter((intent) => {
      const rule = this.#ruleOf(intent);
      return (
        navigation === 'navigate' &&
        this.world.now() <= intent.deadline &&
        rule?.confirm.some((group) =>
          group.every((member) => 'arrives' in member && member.arrives === this.#place.kind),
        )
      );
    });
  }

  /** Counts what has landed, unless this page shows that it failed. */
  resume(landed: readonly KeptIntent[]) {
    for (const intent of landed) {
      const rule = this.#ruleOf(intent);
      if (!rule) continue;
      this.#try(rule, () => {
        if (complains(this.world.window.document, rule)) this.world.ended(rule.id, 'failed');
        else this.#emit(rule, intent, { evidence: 'arrives', captures: {} });
      });
    }
  }

  #ruleOf(intent: KeptIntent): Rule | undefined {
    return this.world.site.rules.find(({ id }) => id === intent.rule);
  }

  #listen(root: Document | ShadowRoot, types: readonly string[] = heardTypes) {
    const options = { capture: true, signal: this.world.signal };
    for (const type of types) root.addEventListener(type, this.#guard, options);
    this.#hearInside([...root.querySelectorAll('iframe')]);
  }

  readonly #guard = (event: Event) => {
    if (!this.world.byHand(event)) return;
    this.#look();
    // What has been taught here since may have made another page of it.
    this.#place = this.#here();
    const path = this.#pathOf(event);
    const [first] = path as [Node];
    // A frame's events are timed by a clock of its own.
    this.#time =
      first.ownerDocument === this.world.window.document ? event.timeStamp : this.#clock();
    // Of a document that a frame wrote anew all ears are gone.
    this.#hearInside(path, event.type === 'load');
    switch (event.type) {
      case 'pointerdown':
        this.#touch(path);
        this.#drags?.pointerDown(event as PointerEvent, path);
        return;
      case 'pointerup':
        this.#drags?.pointerUp(event as PointerEvent);
        return;
      case 'drop':
        this.#drags?.dropped();
        return;
      case 'keydown':
        if (inPath(path, fields)) this.#typedAt = this.world.now();
        this.#touch(path);
        this.#drags?.keyDown(event as KeyboardEvent, path);
        if ((event as KeyboardEvent).key === 'Escape') this.#callOff(this.#pending, this.#time);
        this.#intend('keydown', path, event);
        return;
      case 'click':
        this.#hand = { time: this.#time, path };
        this.#callOff(
          this.#pending.filter(({ rule }) =>
            this.#try(rule, () => !!rule.cancels && !!inPath(path, rule.cancels)),
          ),
          this.#time,
        );
        this.#open(path);
        this.#intend('click', path, event);
        return;
      case 'submit': {
        const { submitter, target } = event as SubmitEvent;
        const form = target as Element;
        if ([form, submitter].some((one) => one && this.#handIn(one)))
          this.#intend('submit', [submitter ?? form], event);
        return;
      }
      case 'change':
        if (path[0] && isElement(path[0]) && this.#handIn(path[0]))
          this.#intend('change', path, event);
        return;
    }
  };

  /** The composed path; where a `display: contents` wrapper took the event, what lies under the pointer. */
  #pathOf(event: Event): readonly EventTarget[] {
    const path = event.composedPath();
    const [first] = path;
    if (!(event instanceof MouseEvent) || !first || !isElement(first)) return path;
    if (first.getClientRects().length > 0) return path;
    const root = first.getRootNode() as Document | ShadowRoot;
    return root.elementsFromPoint(event.clientX, event.clientY);
  }

  #touch(path: readonly EventTarget[]) {
    this.#hand = { time: this.#time, path };
    for (const pending of this.#pending)
      this.#try(
        pending.rule,
        () => {
          for (const trial of trialsOf([pending])) trial.moveOn?.();
        },
        pending,
      );
    // Whose hand was elsewhere in between clicks anew.
    for (const [rule, { target }] of this.#done)
      if (!path.includes(target)) this.#done.delete(rule);
    this.#remember(path);
  }

  /**
   * Composers in a shadow root need ears inside it: closed roots hide their insides from the document's listeners. An
   * event is still on its way in when the document hears it, so these ears hear that very event. Of what happens in a
   * frame the document hears nothing but that it has loaded.
   */
  #hearInside(path: readonly EventTarget[], anew = false) {
    for (const node of path) {
      const root = isElement(node) ? this.world.insideOf(node) : null;
      if (!root || (!anew && this.#heard.has(root))) continue;
      this.#heard.add(root);
      // The document sees into an open root, but for the events that do not leave it.
      this.#listen(root, 'mode' in root && root.mode === 'open' ? uncomposed : heardTypes);
    }
  }
  readonly #heard = new WeakSet<ShadowRoot | Document>();

  /** Where parts of the page are drawn: the document, the site's shadow roots, and what the element is in. */
  #roots(element: Element): readonly ParentNode[] {
    const { site, window } = this.world;
    const { document } = window;
    const own = element.getRootNode() as Document;
    const hosts = site.shadows ? within(document, site.shadows) : [];
    const shadows = hosts.map((host) => this.world.insideOf(host));
    const roots = new Set([document, ...shadows, own]);
    return [...roots].filter((root) => root !== null);
  }

  /** Keeps what may have opened the dialog in which the next hand acts. */
  #open(path: readonly EventTarget[]) {
    for (const rule of this.#rulesHere())
      this.#try(rule, () => {
        const element = rule.opener && inPath(path, rule.opener);
        if (element) this.#opened.set(rule, this.#thing(rule, element));
      });
  }
  readonly #opened = new Map<Rule, Thing>();

  #thing(rule: Rule, element: Element): Thing {
    return {
      element,
      identity: rule.identity?.(element),
      subject: rule.subject ? rule.subject(element) : this.#place.subject,
    };
  }

  #handIn(element: Element): boolean {
    if (this.#time - this.#hand.time > handMemory) return false;
    const [node] = this.#hand.path as [Node];
    return this.#hand.path.includes(element) || element.contains(node);
  }

  /** Keeps what the fields said before the hand changed them. */
  #remember(path: readonly EventTarget[]) {
    const scope = inPath(path, formLike);
    if (!scope || this.#touched.has(scope)) return;
    const said = this.#rulesHere().map(
      (rule) => [rule, this.#try(rule, () => read(rule, scope))] as const,
    );
    this.#touched.set(scope, new Map(said));
  }

  #rulesHere(): readonly Rule[] {
    const { kind } = this.#place;
    return kind === null ? [] : this.world.site.rules.filter(({ on }) => on.includes(kind));
  }

  #intend(type: Intent['event'], path: readonly EventTarget[], event: Event) {
    this.#prepareAll(type, path, event).forEach(this.#start);
  }

  #prepareAll(type: Intent['event'], path: readonly EventTarget[], event: Event): Pending[] {
    return this.#rulesHere().flatMap((rule) => {
      const pending = this.#isSecondHalf(rule, path, event)
        ? undefined
        : this.#try(rule, () => this.#prepare(rule, type, path, event));
      return pending ? [pending] : [];
    });
  }

  /** A rule that throws is reported and stops nothing else; of an intent that it throws over nothing is to be expected. */
  #try<T>({ id }: Rule, work: () => T, over?: Pending): T | undefined {
    try {
      return work();
    } catch {
      if (over) this.#drop(over);
      this.world.failed(id);
      return undefined;
    }
  }

  /** The second click of a double click whose first has already been counted or asked about. */
  #isSecondHalf(rule: Rule, path: readonly EventTarget[], event: Event): boolean {
    const done = this.#done.get(rule);
    return (
      done !== undefined &&
      event.type === 'click' &&
      this.#time - done.since < doubleClickWithin &&
      path.includes(done.target)
    );
  }
  readonly #done = new Map<Rule, Pending>();

  #prepare(
    rule: Rule,
    type: Intent['event'],
    path: readonly EventTarget[],
    event: Event,
  ): Pending | undefined {
    for (const intent of rule.intents) {
      if (intent.event !== type) continue;
      if (intent.keys && !pressed(intent.keys, event as KeyboardEvent)) continue;
      const target = inPath(path, intent.target);
      if (!target || intent.accept?.(target, this.#opened.get(rule)?.element) === false) continue;
      return this.#pend(rule, intent, target);
    }
    return undefined;
  }

  #pend(rule: Rule, intent: Intent, target: Element): Pending {
    const thing = this.#opened.get(rule) ?? this.#thing(rule, target);
    const { element, identity, subject } = thing;
    const roots = () => this.#roots(target);
    const isSame = (other: Element) =>
      identity !== undefined && rule.identity?.(other) === identity;
    const find = () =>
      element.isConnected ? element : within(roots(), rule.opener ?? intent.target).find(isSame);
    const scope = () => this.#scopeOf(rule, rule.opener ? target : (find() ?? target));
    const scene = {
      roots,
      target,
      thing: element,
      identity,
      kind: this.#place.kind,
      scope,
      since: this.#time,
      find,
      isSame,
      clock: this.#clock,
    };
    const scopeNow = scope();
    const form = around(target, formLike);
    const before = this.#touched.get(scopeNow)?.get(rule);
    const values = Object.entries(read(rule, scopeNow)).map(
      ([name, is]) => [name, { is, was: before?.[name] ?? is }] as const,
    );
    return {
      rule,
      occurrence: this.world.newId(),
      target,
      identity,
      at: this.world.now(),
      subject,
      values: Object.fromEntries(values),
      groups: rule.confirm.map((group) => ({
        trials: group.map((member: Confirmation) => tryConfirmation(member, scene)),
        holds: Math.max(0, ...group.map((member) => ('holds' in member ? member.holds : 0))),
        since: undefined,
      })),
      form,
      refusing: complains(form, rule),
      failing: rule.fails && watchNew(roots, rule.fails),
      alone: true,
      since: this.#time,
      scope: scopeNow,
      until: Infinity,
      deadline: this.#time + rule.within,
    };
  }

  #scopeOf(rule: Rule, target: Element): ParentNode {
    return around(target, rule.scope ?? formLike) ?? target.ownerDocument;
  }

  readonly #start = (fresh: Pending) => {
    // Two things may be on their way at once: by their names, or without one as two parts of the page.
    const old = this.#pending.find(
      ({ rule, identity, scope }) =>
        rule === fresh.rule &&
        (identity && fresh.identity
          ? identity === fresh.identity
          : scope === fresh.scope || !scope.isConnected),
    );
    // What was answered just now is not for another to replace.
    if (old && old.target !== fresh.target) this.#judge(old);
    // The second half of a double click, or the same button again after a mistake was mended: one occurrence. The first
    // press may already be on its way, so what would confirm it still does, unless it was called off.
    const pending =
      old?.target === fresh.target
        ? {
            ...fresh,
            occurrence: old.occurrence,
            groups:
              old.until === Infinity
                ? [...fresh.groups, ...old.groups.slice(0, fresh.groups.length)]
                : fresh.groups,
          }
        : fresh;
    this.#pending = [...this.#pending.filter((one) => one !== old), pending];
    if (this.#pending.some(({ since }) => since !== pending.since))
      for (const one of this.#pending) one.alone = false;
    this.#check();
    this.#keep();
  };

  #callOff(pendings: readonly Pending[], time: number) {
    for (const pending of pendings) {
      // A save that left before the rep closed the form is still a save; what closing it does to the page is not.
      pending.until = Math.min(pending.until, time);
      pending.groups = pending.groups.filter(({ trials }) =>
        trials.some(({ evidence }) => evidence === 'request'),
      );
      if (pending.groups.length === 0) this.#end(pending, 'cancelled');
    }
  }

  /** One request answers one intent of a rule: the latest that it can be about. */
  readonly #heardRequest = (request: SeenRequest) => {
    const answered = new Set<Rule>();
    const latestFirst = this.#pending.toSorted((a, b) => b.since - a.since);
    for (const pending of latestFirst) {
      const { rule, since, until } = pending;
      if (answered.has(rule) || request.startTime > until) continue;
      if (trialsOf([pending]).filter((trial) => trial.hear?.(request)).length > 0)
        answered.add(rule);
      const refused = !wasGranted(request.status) && rule.refused?.test(request.url);
      if (!refused || request.startTime < since) continue;
      answered.add(rule);
      this.#end(pending, 'failed');
    }
    this.#check();
  };

  readonly #moved = () => {
    const before = this.#place;
    this.#place = this.#here();
    if (before.kind !== this.#place.kind || before.subject !== this.#place.subject) {
      this.#touched = new WeakMap();
      this.#opened.clear();
      // What was seen before the rep went on was seen here.
      this.#settle(({ rule, groups }) => rule.here === true && groups.some(({ since }) => since));
      this.#callOff(
        this.#pending.filter(({ rule }) => rule.here),
        this.#clock(),
      );
    }
    const kind: PageKind | null = this.#place.kind;
    for (const trial of trialsOf(this.#pending)) trial.arrive?.(kind);
    this.#check();
    this.world.moved(this.#place);
  };

  /** Counts what was only held back to see whether it stands: the page that shows it is about to go. */
  #settle(which: (pending: Pending) => boolean) {
    for (const pending of this.#pending.filter(which)) this.#judge(pending, true);
  }

  readonly #leave = () => {
    this.#ears?.hearRest();
    this.#settle(() => true);
  };

  readonly #check = () => {
    for (const pending of this.#pending) this.#judge(pending);
    clearTimeout(this.#poll);
    if (this.#pending.length === 0) {
      this.#rest();
      return;
    }
    this.#ears ??= listenToRequests(this.#heardRequest);
    this.#poll = setTimeout(this.#check, pollEvery);
  };

  #judge(pending: Pending, hurry = false) {
    this.#try(
      pending.rule,
      () => {
        this.#weigh(pending, hurry);
      },
      pending,
    );
  }

  #weigh(pending: Pending, hurry: boolean) {
    const now = this.#clock();
    const verdicts = pending.groups.map((group) => {
      const verdicts = group.trials.map((trial) => trial.check());
      group.since = verdicts.every((one) => one === true) ? (group.since ?? now) : undefined;
      return verdicts;
    });
    const proven = pending.groups.find(
      ({ since, holds }) => since !== undefined && (hurry || now - since >= holds),
    );
    pending.refusing &&= complains(pending.form, pending.rule);
    // On success a form may take its old complaint away a moment after the answer.
    const refusing = pending.refusing && !hurry;
    if (proven && !refusing) {
      const [{ evidence }] = proven.trials as [Trial];
      const captures = Object.assign({}, ...proven.trials.map((trial) => trial.captures)) as Record<
        string,
        string
      >;
      this.#drop(pending);
      // One notice answers one intent of a rule: the first that had all the rest.
      const others = trialsOf(this.#pending.filter(({ rule }) => rule === pending.rule));
      for (const trial of proven.trials) trial.use?.(others);
      for (const one of this.#pending) one.spent ||= one.since === pending.since;
      this.#opened.delete(pending.rule);
      this.#done.set(pending.rule, pending);
      // What has been saved is what the next change is from.
      this.#touched.delete(pending.scope);
      this.#emit(pending.rule, pending, { evidence, captures });
      return;
    }
    // Only after the proof: an app may complain about an answer that did store what was sent.
    const hopeless = verdicts.every((group) => group.includes('failed'));
    const complained = pending.failing?.();
    const refused = refusing && now - (proven?.since ?? pending.since) > complainsFor;
    // With two under way nobody knows whose complaint it is, nor later whose it was; what has left by now will be answered.
    const failed = complained && pending.alone && pending.until === Infinity;
    if (hopeless || failed || (refused && proven)) this.#end(pending, 'failed');
    else if (now > pending.deadline)
      if (pending.spent) this.#drop(pending);
      else this.#end(pending, pending.until < Infinity ? 'cancelled' : 'unconfirmed');
    else if (complained ?? refused) this.#callOff([pending], now);
  }

  #emit(
    rule: Rule,
    intent: Omit<KeptIntent, 'rule' | 'deadline'>,
    proof: { readonly evidence: Trial['evidence']; readonly captures: Record<string, string> },
  ) {
    const kinds =
      typeof rule.kind === 'function' ? rule.kind(intent.values, proof) : ([rule.kind] as const);
    const [first, ...others] = kinds;
    if (proof.evidence !== 'said') this.world.ended(rule.id, first ? 'confirmed' : 'unmatched');
    if (!first) return;
    const key =
      rule.once === 'subject-day'
        ? intent.subject
        : (intent.identity ?? proof.captures['identity'] ?? intent.subject);
    const action: DetectedAction = {
      occurrence: intent.occurrence,
      kinds: [first, ...others],
      at: intent.at,
      offset: offsetHere(intent.at),
      site: this.world.site.id,
      via: 'page',
      evidence: proof.evidence,
      rule: rule.id,
      subject: intent.subject,
      once:
        rule.once === 'occurrence' || key === undefined
          ? undefined
          : {
              key: `${rule.same ?? rule.id} ${key}`,
              per: rule.once === 'identity' ? 'ever' : 'day',
            },
      reverses: rule.reverses,
    };
    if (rule.asks || proof.evidence === 'said') this.world.asked(action);
    else this.world.counted(action);
  }

  #end(pending: Pending, outcome: Outcome) {
    this.#drop(pending);
    this.world.ended(pending.rule.id, outcome);
  }

  #drop(pending: Pending) {
    this.#pending = this.#pending.filter((one) => one !== pending);
    this.#keep();
  }

  /** Only what the next document could confirm is worth carrying there. */
  #keep() {
    const lasting = this.#pending.filter(({ rule }) =>
      rule.confirm.some((group) => group.every((member) => 'arrives' in member)),
    );
    this.world.keep(
      lasting.map(({ rule, occurrence, at, subject, identity, values, deadline }) => ({
        occurrence,
        rule: rule.id,
        at,
        values,
        subject,
        identity,
        deadline: this.world.now() + deadline - this.#clock(),
      })),
    );
  }

  readonly #rest = () => {
    clearTimeout(this.#poll);
    this.#poll = undefined;
    this.#ears?.stop();
    this.#ears = undefined;
    if (this.world.signal.aborted) this.#pending = [];
  };
}

/** What the fields of a rule say, by their names. */
function read(rule: Rule, scope: ParentNode): Readonly<Record<string, string>> {
  const said = Object.entries(rule.reads ?? {}).flatMap(([name, selector]) => {
    const [field] = within(scope, selector);
    return field ? [[name, valueOf(field)] as const] : [];
  });
  return Object.fromEntries(said);
}

function complains(part: ParentNode | undefined, { fails }: Rule): boolean {
  return !!part && !!fails && visible(part, fails).length > 0;
}

function trialsOf(pending: readonly Pending[]): readonly Trial[] {
  return pending.flatMap(({ groups }) => groups.flatMap(({ trials }) => trials));
}

function pressed(keys: NonNullable<Intent['keys']>, event: KeyboardEvent): boolean {
  // An input method composes its own Enter; that one writes a word, not a message.
  if (event.isComposing || event.shiftKey || event.key !== keys.key) return false;
  return (event.ctrlKey || event.metaKey) === (keys.mod ?? false);
}
