import { within } from '../detect/find';
import { placeOf } from '../detect/page';
import { listenToRequests } from '../detect/request';
import type { Surroundings } from '../detect/detector';
import type { ActionKind } from '../domain/action';
import { offsetHere, type DetectedAction } from '../domain/detected';
import type { LastPress, Learnt, LessonStep, Taught } from '../domain/lesson';
import { shapeOf } from '../domain/shape';
import {
  countsEverySave,
  isFieldName,
  isOneAddress,
  mostBeside,
  type TaughtRule,
} from '../domain/taughtRule';
import { fieldNames, formOf } from '../sites/parts/taught';
import type { Selector, Site } from '../sites/site';
import { alreadyCounted } from './alreadyCounted';
import { buttonSelector } from './buttonSelector';
import { pageKnown } from './pageKnown';
import { controls, pointAt } from './point';
import { proposals } from './proposals';
import { PressWatch } from './watch';

export interface LessonWorld extends Pick<
  Surroundings,
  'window' | 'signal' | 'byHand' | 'now' | 'newId' | 'insideOf'
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
  /** Answers whether it is stored. */
  count(action: DetectedAction): Promise<boolean>;
  leave(): void;
}

/** Where something is typed or chosen: what holds these is more than a button. */
const fields: Selector = [
  'input:not([type=submit], [type=button], [type=image], [type=checkbox], [type=radio]), select, textarea, [contenteditable]',
];

/** One button being taught: pointing, choosing what it counts, doing it once, and choosing what shows that it worked. */
export class Lesson {
  #step: LessonStep = { at: 'point' };
  #button = '';
  #place: Pick<TaughtRule, 'place' | 'page' | 'beside'> = { place: '/', beside: [] };
  #kind: ActionKind | undefined;
  #watch: PressWatch | undefined;
  #saving = false;
  /** The last press: what it was about, and when, UTC ms. */
  #press: { readonly href: string; readonly at: number } | undefined;
  readonly #id: TaughtRule['id'];
  readonly #usual: Set<string>;
  #pointing: AbortController | undefined;

  constructor(
    private readonly world: LessonWorld,
    learnt?: Learnt,
  ) {
    const { window, signal } = world;
    this.#id = `taught/${world.newId()}`;
    this.#usual = new Set(
      window.performance.getEntriesByType('resource').map(({ name }) => shapeOf(new URL(name))),
    );
    // While the rep points nothing is pressed: what the page asks then it asks anyway.
    const ears = listenToRequests(({ url }) => {
      if (!this.#watch) this.#usual.add(shapeOf(new URL(url)));
    });
    signal.addEventListener('abort', () => {
      ears.stop();
    });
    if (learnt) {
      this.#press = learnt.press;
      this.#button = learnt.button;
      this.#place = learnt.place;
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
      this.#choose(chosen);
    },
    onSave: () => void this.#save(),
    onAgain: () => {
      this.#show({ at: 'do', pressed: false, refused: false });
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
    const beside = [...new Set(fieldNames(thing).filter(isFieldName))].slice(0, mostBeside);
    const inside = within(thing, controls);
    const found = [thing, ...inside].some((one) => alreadyCounted(site, href, one))
      ? ({ problem: 'known' } as const)
      : thing.matches('iframe') || (this.world.insideOf(thing) !== null && inside.length === 0)
        ? ({ problem: 'hidden' } as const)
        : inside.length > 1 || within(thing, fields).length > 0
          ? ({ problem: 'many' } as const)
          : // Its fields tell its form from others.
            buttonSelector(thing, beside.length > 0 ? formOf(thing) : null);
    if (typeof found !== 'string') {
      this.#show({ at: 'point', problem: found.problem });
      return;
    }
    this.#pointing?.abort();
    this.#button = found;
    this.#place = {
      place: shapeOf(new URL(href)),
      ...pageKnown(site, new URL(href)),
      beside,
    };
    this.#show({ at: 'kind' });
  }

  #do(last?: LastPress) {
    this.world.outlined(undefined);
    this.#watch?.end();
    this.#watch = new PressWatch(
      {
        ...this.world,
        pressed: (press) => {
          this.#press = press;
          this.#keep(press);
        },
        changed: () => {
          this.#look();
        },
      },
      { button: this.#button, place: this.#place.place, beside: this.#place.beside },
      this.#usual,
      last,
    );
    this.#look();
  }

  /** What the watch has seen decides what is asked next. */
  #look() {
    const seen = this.#watch?.seen;
    if (!seen || this.#step.at === 'prove' || this.#step.at === 'done') return;
    const { presses, refused, over } = seen;
    if (over && !refused) {
      // What the page does from here on is no longer the press's doing.
      this.#watch?.end();
      this.#show({
        at: 'prove',
        ways: proposals(presses),
        chosen: 0,
        pressed: presses.length,
        everySave:
          this.#kind !== undefined && countsEverySave({ kind: this.#kind, ...this.#place }),
      });
    } else this.#show({ at: 'do', pressed: presses.length > 0, refused });
  }

  #choose(chosen: number) {
    if (this.#step.at === 'prove') this.#show({ ...this.#step, chosen });
  }

  async #save() {
    const step = this.#step;
    if (step.at !== 'prove' || this.#kind === undefined || this.#saving) return;
    this.#saving = true;
    const { proofs } = step.ways[step.chosen] ?? { proofs: [{ by: 'rep' }] as const };
    const answer = await this.world
      .save({
        id: this.#id,
        origin: this.world.window.location.origin,
        kind: this.#kind,
        name: '',
        on: true,
        button: this.#button,
        ...this.#place,
        proofs,
      })
      .catch(() => 'refused' as const);
    this.#saving = false;
    const asks = proofs.some(({ by }) => by === 'rep');
    if (answer === 'saved')
      this.#show({
        at: 'done',
        kind: this.#kind,
        asks,
        onlyHere: isOneAddress(this.#place),
        counted: false,
      });
    else this.#show({ ...step, problem: answer });
  }

  /** The press that taught the button: it was a deed like any other. */
  async #countThis() {
    const { site, window } = this.world;
    const step = this.#step;
    if (step.at !== 'done' || step.counted || this.#saving) return;
    this.#saving = true;
    const { href, at } = this.#press ?? { href: window.location.href, at: this.world.now() };
    const { subject } = placeOf(site, href);
    const counted = await this.world
      .count({
        occurrence: this.#id.replace('taught/', ''),
        kinds: [step.kind],
        at,
        offset: offsetHere(at),
        site: site.id,
        via: 'one-click',
        evidence: 'said',
        ...(subject !== undefined && { subject }),
      })
      .catch(() => false);
    this.#saving = false;
    if (counted) this.#show({ ...step, counted });
  }

  #keep(press?: LastPress) {
    if (this.#kind === undefined) return;
    this.world.keep({
      button: this.#button,
      kind: this.#kind,
      place: this.#place,
      ...(press && { press }),
    });
  }
}
