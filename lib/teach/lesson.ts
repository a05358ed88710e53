import { placeOf } from '../detect/page';
import type { Surroundings } from '../detect/detector';
import type { ActionKind } from '../domain/action';
import { offsetHere, type DetectedAction } from '../domain/detected';
import type { LastPress, Learnt, LessonStep, Taught } from '../domain/lesson';
import type { TaughtRule } from '../domain/taughtRule';
import type { Site } from '../sites/site';
import { alreadyCounted } from './alreadyCounted';
import { buttonSelector } from './buttonSelector';
import { pointAt } from './point';
import { proposals } from './proposals';
import { PressWatch } from './watch';

export interface LessonWorld extends Pick<
  Surroundings,
  'window' | 'signal' | 'byHand' | 'now' | 'newId' | 'shadowOf'
> {
  readonly site: Site;
  /** Lies over the page while the rep points. */
  readonly cover: HTMLElement;
  changed(): void;
  /** Draws around what is pointed at; undefined takes the outline away. */
  outlined(thing: Element | undefined): void;
  /** Writes down what has to survive a page load. */
  keep(learnt: Learnt): void;
  save(rule: TaughtRule): Promise<Taught>;
  count(action: DetectedAction): Promise<unknown>;
  leave(): void;
}

/** One button being taught: pointing, choosing what it counts, doing it once, and choosing what shows that it worked. */
export class Lesson {
  #step: LessonStep = { at: 'point' };
  #button = '';
  #page: string | undefined;
  #kind: ActionKind | undefined;
  #chosen = 0;
  #watch: PressWatch | undefined;
  #pointing: AbortController | undefined;

  constructor(
    private readonly world: LessonWorld,
    learnt?: Learnt,
  ) {
    if (learnt) {
      this.#button = learnt.button;
      this.#page = learnt.page;
      this.#kind = learnt.kind;
      this.#do(learnt.press);
    } else this.#point();
  }

  get step(): LessonStep {
    return this.#step;
  }

  readonly hands = {
    onKind: (kind: ActionKind) => {
      this.#kind = kind;
      this.#keep();
      this.#do();
    },
    onChoose: (chosen: number) => {
      this.#chosen = chosen;
      this.#look();
    },
    onSave: () => void this.#save(),
    onAgain: () => {
      this.#do();
    },
    onCountThis: () => void this.#countThis(),
    onLeave: () => {
      this.world.leave();
    },
  };

  #show(step: LessonStep) {
    this.#step = step;
    this.world.changed();
  }

  #point() {
    const pointing = new AbortController();
    this.#pointing = pointing;
    const { window, signal, cover } = this.world;
    pointAt({
      document: window.document,
      signal: AbortSignal.any([signal, pointing.signal]),
      cover,
      aimed: (thing) => {
        this.world.outlined(thing);
      },
      picked: (thing) => {
        this.#pick(thing);
      },
      left: this.hands.onLeave,
    });
    this.#show({ at: 'point' });
  }

  #pick(thing: Element) {
    const { site, window } = this.world;
    const { href } = window.location;
    const found = alreadyCounted(site, href, thing)
      ? ({ problem: 'known' } as const)
      : buttonSelector(thing);
    if (typeof found !== 'string') {
      this.#show({ at: 'point', problem: found.problem });
      return;
    }
    this.#pointing?.abort();
    this.#button = found;
    this.#page = placeOf(site, href).kind ?? undefined;
    this.#show({ at: 'kind' });
  }

  #do(last?: LastPress) {
    this.world.outlined(undefined);
    this.#watch?.end();
    this.#chosen = 0;
    this.#watch = new PressWatch(
      {
        ...this.world,
        pressed: (press) => {
          this.#keep(press);
        },
        changed: () => {
          this.#look();
        },
      },
      this.#button,
      last,
    );
    this.#look();
  }

  /** What the watch has seen decides what is asked next. */
  #look() {
    const seen = this.#watch?.seen;
    if (!seen || this.#step.at === 'done') return;
    const { presses, proofs, refused, over } = seen;
    this.#show(
      over && !refused
        ? {
            at: 'prove',
            ways: proposals(proofs, presses),
            chosen: this.#chosen,
            pressed: presses,
          }
        : { at: 'do', pressed: presses > 0, refused },
    );
  }

  async #save() {
    const step = this.#step;
    const { window } = this.world;
    if (step.at !== 'prove' || this.#kind === undefined) return;
    const { proofs } = step.ways[step.chosen] ?? { proofs: [{ by: 'rep' }] as const };
    // On a page that the site has no name for it holds wherever the button is.
    const known = this.#page !== undefined && !this.#page.endsWith('elsewhere');
    const answer = await this.world.save({
      id: `taught/${this.world.newId()}`,
      origin: window.location.origin,
      kind: this.#kind,
      name: '',
      on: true,
      button: this.#button,
      ...(known && this.#page !== undefined && { page: this.#page }),
      proofs,
    });
    if (answer !== 'saved') this.#show({ ...step, problem: answer });
    else {
      this.#watch?.end();
      const asks = proofs.some(({ by }) => by === 'rep');
      this.#show({ at: 'done', kind: this.#kind, asks, counted: false });
    }
  }

  async #countThis() {
    const { site, window } = this.world;
    const step = this.#step;
    if (step.at !== 'done' || step.counted) return;
    this.#show({ ...step, counted: true });
    const at = this.world.now();
    const { subject } = placeOf(site, window.location.href);
    await this.world.count({
      occurrence: this.world.newId(),
      kinds: [step.kind],
      at,
      offset: offsetHere(at),
      site: site.id,
      via: 'one-click',
      evidence: 'said',
      ...(subject !== undefined && { subject }),
    });
  }

  #keep(press?: LastPress) {
    if (this.#kind === undefined) return;
    this.world.keep({
      button: this.#button,
      kind: this.#kind,
      ...(this.#page !== undefined && { page: this.#page }),
      ...(press && { press }),
    });
  }
}
