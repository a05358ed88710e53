import { visible, wasGranted } from '../detect/confirmation';
import { Detector, type Surroundings } from '../detect/detector';
import { listenToRequests } from '../detect/request';
import { isShape, shapeOf } from '../domain/shape';
import type { LastPress } from '../domain/lesson';
import type { Proof, TaughtRule } from '../domain/taughtRule';
import { asRule, complaints, taughtWithin } from '../sites/parts/taught';
import type { Page, Rule, Site } from '../sites/site';
import { addressProof } from './pageKnown';
import { plausible } from './proposals';

/** What has been seen of a button so far. */
export interface Seen {
  /** What each press has shown, oldest first. */
  readonly presses: readonly (readonly Proof[])[];
  /** The page did not take the last press, or the rep called it off. */
  readonly refused: boolean;
  /** Nothing more can come of the presses so far. */
  readonly over: boolean;
}

/** What follows a first proof soon belongs to the same press, ms. */
const patience = 2500;

const trials = plausible.map((proof, index) => ({ proof, id: `taught/${String(index)}` as const }));
const pressId = 'taught/press';

interface World extends Pick<
  Surroundings,
  'window' | 'signal' | 'byHand' | 'now' | 'newId' | 'insideOf'
> {
  /** The site of this page, for the kinds of pages that it knows. */
  readonly site: Site;
  /** What has to survive a full page load. */
  pressed(press: LastPress): void;
  changed(): void;
}

/**
 * Watches what presses on a button bring about, by the detection that counts: each plausible proof is on trial as a rule
 * of its own, so what confirms a press here is what will confirm it later.
 */
export class PressWatch {
  /** What each press has shown, by what names it. */
  readonly #presses: Map<string, Proof>[] = [];
  /** The page and the time of the last press; performance clock, ms. */
  #press: { readonly href: string; readonly since: number } | undefined;
  #refused = false;
  #settled = false;
  /** Trials of the last press that are not over. */
  readonly #open = new Set<string>();
  readonly #life = new AbortController();

  constructor(
    private readonly world: World,
    taught: Pick<TaughtRule, 'button' | 'beside' | 'place'>,
    /** Shapes of what the page asks without a press, too; it grows. */
    private readonly usual: Set<string>,
    last?: LastPress,
  ) {
    const signal = AbortSignal.any([world.signal, this.#life.signal]);
    const page: Page = { kind: 'here', test: (url) => shapeOf(url) === taught.place };
    const rule = (id: TaughtRule['id'], proof: Proof): Rule => {
      // Where the page goes elsewhere by itself, that is a proof as well, and what comes then is joined to it.
      const { here: _, ...anywhere } = asRule(
        { id, ...taught, kind: 'task', proofs: [proof] },
        page.kind,
      );
      return anywhere;
    };
    new Detector({
      ...world,
      signal,
      site: {
        id: 'taught',
        label: '',
        matches: [],
        pages: [page],
        landmarks: {},
        rules: [rule(pressId, { by: 'rep' }), ...trials.map(({ id, proof }) => rule(id, proof))],
      },
      asked: () => {
        this.#begin();
      },
      counted: ({ rule }) => {
        const trial = trials.find(({ id }) => id === rule);
        if (trial) this.#confirm(trial.proof);
      },
      ended: (id, outcome) => {
        this.#open.delete(id);
        this.#refused ||= outcome === 'failed' || outcome === 'cancelled';
        world.changed();
      },
      moved: () => {
        this.#arrive(world.window.location.href);
      },
      failed: () => undefined,
      keep: () => undefined,
    });
    const ears = listenToRequests(({ url, status, startTime }) => {
      this.#hear(shapeOf(new URL(url)), status, startTime);
    });
    signal.addEventListener('abort', () => {
      ears.stop();
    });
    if (last) this.#resume(last);
  }

  end() {
    this.#life.abort();
  }

  get seen(): Seen {
    const shown = this.#presses.at(-1)?.size ?? 0;
    return {
      presses: this.#presses.map((press) => [...press.values()]),
      refused: this.#refused && shown === 0,
      over: this.#presses.length > 0 && (this.#settled || this.#open.size === 0),
    };
  }

  #begin() {
    const { window } = this.world;
    const { href } = window.location;
    this.#presses.push(new Map());
    this.#press = { href, since: window.performance.now() };
    this.#refused = false;
    this.#settled = false;
    for (const { id } of trials) this.#open.add(id);
    this.world.pressed({ href, at: this.world.now(), presses: this.#presses.length });
    this.world.changed();
  }

  #confirm(proof: Proof) {
    const shown = this.#presses.at(-1);
    const key = JSON.stringify(proof);
    if (!shown || shown.has(key)) return;
    if (shown.size === 0) this.#settleSoon();
    shown.set(key, proof);
    this.world.changed();
  }

  #settleSoon() {
    const press = this.#press;
    setTimeout(() => {
      if (this.#press !== press || this.#life.signal.aborted) return;
      this.#settled = true;
      this.world.changed();
    }, patience);
  }

  #arrive(href: string) {
    const { window, site } = this.world;
    const press = this.#press;
    if (!press || window.performance.now() - press.since > taughtWithin) return;
    const proof = addressProof(site, new URL(press.href), new URL(href));
    if (proof) this.#confirm(proof);
  }

  /** Only what was never asked before a press, and was answered well, can be the press's doing. */
  #hear(shape: string, status: number, startTime: number) {
    const press = this.#press;
    if (!press || startTime < press.since) this.usual.add(shape);
    else if (wasGranted(status) && !this.usual.has(shape) && isShape(shape))
      this.#confirm({ by: 'request', shape });
  }

  /** The press made the browser load this page; a reload or a step back is no answer to it. */
  #resume({ href, at, presses }: LastPress) {
    const { window, now, site } = this.world;
    while (this.#presses.length < presses) this.#presses.push(new Map());
    const [entry] = window.performance.getEntriesByType('navigation');
    if ((entry as PerformanceNavigationTiming | undefined)?.type !== 'navigate') return;
    // What came back with a complaint has not been taken, wherever that is shown.
    if (visible(window.document, complaints).length > 0) this.#refused = true;
    const proof = addressProof(site, new URL(href), new URL(window.location.href));
    if (proof && !this.#refused && now() - at <= taughtWithin) this.#confirm(proof);
  }
}
