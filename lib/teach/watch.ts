import { wasGranted } from '../detect/confirmation';
import { Detector, type Surroundings } from '../detect/detector';
import { listenToRequests } from '../detect/request';
import { isShape, shapeOf } from '../domain/shape';
import type { LastPress } from '../domain/lesson';
import type { Proof, TaughtRule } from '../domain/taughtRule';
import { addressProof, asRule, taughtWithin } from '../sites/parts/taught';
import type { Page, Site } from '../sites/site';
import { plausible } from './proposals';

/** What has been seen of a button so far. */
export interface Seen {
  /** How often the rep has pressed it. */
  readonly presses: number;
  /** What confirmed a press, the surest first, and how many presses each. */
  readonly proofs: readonly { readonly proof: Proof; readonly presses: number }[];
  /** The page complained about the last press. */
  readonly refused: boolean;
  /** Nothing more can come of the presses so far. */
  readonly over: boolean;
}

/** What follows a first proof soon belongs to the same press, ms. */
const patience = 2500;

const here: Page = { kind: 'here', test: () => true };
const trials = plausible.map((proof, index) => ({ proof, id: `taught/${String(index)}` as const }));
const pressId = 'taught/press';

interface World extends Pick<
  Surroundings,
  'window' | 'signal' | 'byHand' | 'now' | 'newId' | 'shadowOf'
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
  #presses = 0;
  /** The page and the time of the last press; performance clock, ms. */
  #press: { readonly href: string; readonly since: number } | undefined;
  #refused = false;
  #settled = false;
  /** Trials of the last press that are not over, and what it has shown already. */
  readonly #life = new AbortController();
  readonly #open = new Set<string>();
  readonly #shown = new Set<string>();
  readonly #counts = new Map<string, { readonly proof: Proof; presses: number }>();
  /** What the page asks without a press, too. */
  readonly #usual: Set<string>;

  constructor(
    private readonly world: World,
    private readonly button: string,
    last?: LastPress,
  ) {
    const { window } = world;
    const signal = AbortSignal.any([world.signal, this.#life.signal]);
    const rule = (id: TaughtRule['id'], proof: Proof) =>
      asRule({ id, button, kind: 'task', proofs: [proof] }, [here]);
    new Detector({
      ...world,
      signal,
      site: {
        id: 'taught',
        label: '',
        matches: [],
        pages: [here],
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
        this.#refused ||= outcome === 'failed';
        world.changed();
      },
      moved: ({ href }) => {
        this.#arrive(href);
      },
      failed: () => undefined,
      keep: () => undefined,
    });
    const before = window.performance.getEntriesByType('resource');
    this.#usual = new Set(before.map(({ name }) => shapeOf(new URL(name))));
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
    return {
      presses: this.#presses,
      proofs: [...this.#counts.values()],
      refused: this.#refused && this.#shown.size === 0,
      over: this.#presses > 0 && (this.#settled || this.#open.size === 0),
    };
  }

  #begin() {
    const { window } = this.world;
    const { href } = window.location;
    this.#presses += 1;
    this.#press = { href, since: window.performance.now() };
    this.#refused = false;
    this.#settled = false;
    this.#shown.clear();
    for (const { id } of trials) this.#open.add(id);
    this.world.pressed({ href, at: this.world.now(), presses: this.#presses });
    this.world.changed();
  }

  #confirm(proof: Proof) {
    const key = JSON.stringify(proof);
    if (this.#shown.has(key)) return;
    if (this.#shown.size === 0) this.#settleSoon();
    this.#shown.add(key);
    const count = this.#counts.get(key) ?? { proof, presses: 0 };
    this.#counts.set(key, { proof, presses: count.presses + 1 });
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
    if (!press || startTime < press.since) this.#usual.add(shape);
    else if (wasGranted(status) && !this.#usual.has(shape) && isShape(shape))
      this.#confirm({ by: 'request', shape });
  }

  /** The press made the browser load this page; a reload or a step back is no answer to it. */
  #resume({ href, at, presses }: LastPress) {
    const { window, now, site } = this.world;
    this.#presses = presses;
    const [entry] = window.performance.getEntriesByType('navigation');
    if ((entry as PerformanceNavigationTiming | undefined)?.type !== 'navigate') return;
    this.#press = { href, since: 0 };
    const proof = addressProof(site, new URL(href), new URL(window.location.href));
    if (proof && now() - at <= taughtWithin) this.#confirm(proof);
  }
}
