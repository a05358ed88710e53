import { isElement } from './find';

/** A press that moved less is a click, px. */
const slop = 5;

interface Lift<Item> {
  readonly items: readonly Item[];
  readonly x: number;
  readonly y: number;
  readonly by: 'pointer' | 'key';
  readonly element: Element;
}

/**
 * Tells a drop from a press, for the three ways boards are dragged: pointer, HTML5 drag, and keyboard (Space lifts,
 * Space drops, Escape puts back). `lift` prepares what a drop of this element would mean; `drop` says that it happened.
 */
export class DragWatch<Item> {
  #lift: Lift<Item> | undefined;

  constructor(
    private readonly lift: (path: readonly EventTarget[], event: Event) => readonly Item[],
    private readonly drop: (item: Item) => void,
  ) {}

  pointerDown(event: PointerEvent, path: readonly EventTarget[]) {
    this.#take('pointer', event, path, event.clientX, event.clientY);
  }

  pointerUp(event: PointerEvent) {
    const lift = this.#lift;
    if (lift?.by !== 'pointer') return;
    if (Math.hypot(event.clientX - lift.x, event.clientY - lift.y) >= slop) this.#release();
    else this.#lift = undefined;
  }

  /** HTML5: the pointer is cancelled when the drag starts, and `drop` is what ends it. */
  dropped() {
    if (this.#lift?.by === 'pointer') this.#release();
  }

  keyDown(event: KeyboardEvent, path: readonly EventTarget[]) {
    if (event.key === 'Escape') this.#lift = undefined;
    if (event.key !== ' ') return;
    const [element] = path;
    if (this.#lift?.by === 'key' && this.#lift.element === element) this.#release();
    else this.#take('key', event, path, 0, 0);
  }

  #take(by: Lift<Item>['by'], event: Event, path: readonly EventTarget[], x: number, y: number) {
    const [element] = path;
    if (!element || !isElement(element)) return;
    const items = this.lift(path, event);
    this.#lift = items.length > 0 ? { items, x, y, by, element } : undefined;
  }

  #release() {
    const items = this.#lift?.items ?? [];
    this.#lift = undefined;
    items.forEach(this.drop);
  }
}
