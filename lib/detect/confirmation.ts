import type { Evidence } from '../domain/action';
import type { Confirmation, PageKind, Selector } from '../sites/site';
import { around, isVisible, matches, valueOf, within } from './find';
import type { SeenRequest } from './request';

/** What a confirmation may look at. */
export interface Scene {
  /** The document and the shadow roots that hold parts of the page. */
  readonly roots: () => readonly ParentNode[];
  readonly target: Element;
  /** What the deed is done to: the target, or what opened its dialog. */
  readonly thing: Element;
  readonly identity: string | undefined;
  /** The kind of page the hand was on. */
  readonly kind: PageKind | null;
  /** When the hand moved, on the page's performance clock, ms. */
  readonly since: number;
  /** The thing as it is now: itself, or the element that took its place in a re-render. */
  find(): Element | undefined;
  /** Whether another element stands for the same thing. */
  readonly isSame: (other: Element) => boolean;
  /** Where reading stays: the rule's scope around the target, as it is now. */
  scope(): ParentNode;
  /** Performance clock, ms. */
  clock(): number;
}

/** What a confirmation says now; `failed` ends the intent. */
export type Verdict = boolean | 'failed';

/** One confirmation on trial for one intent. Made at the intent: what was already there proves nothing. */
export interface Trial {
  readonly evidence: Evidence;
  readonly captures: Record<string, string>;
  check(): Verdict;
  /** Answers whether the request was the one waited for, and so nobody else's. */
  hear?(request: SeenRequest): boolean;
  arrive?(kind: PageKind | null): void;
  /** The hand has gone on to something else. */
  moveOn?(): void;
  /** What it rests on has proved its intent, and so none of these others. */
  use?(others: readonly Trial[]): void;
  /** That notice has proved another intent. */
  forgo?(notice: Sighting): void;
}

/** A notice and how it looked. */
export type Sighting = readonly [notice: Element, face: string];

/** How long a flipped state must hold: a tick that is taken back at once is no action. */
const holdFor = 2000;

export function tryConfirmation(confirmation: Confirmation, scene: Scene): Trial {
  if ('request' in confirmation) return requestTrial(confirmation.request, scene);
  if ('appears' in confirmation) return appearsTrial(confirmation, scene);
  if ('vanishes' in confirmation) return vanishesTrial(confirmation.vanishes, scene);
  if ('leaves' in confirmation) return leavesTrial(confirmation.leaves, scene);
  if ('empties' in confirmation) return emptiesTrial(confirmation.empties, scene);
  if ('echoes' in confirmation) return echoesTrial(confirmation, scene);
  if ('lacks' in confirmation) {
    const newest = watchNew(scene.roots, confirmation.lacks);
    let seen: Sighting | undefined;
    return trial('appears', () => !(seen ??= newest()));
  }
  if ('becomes' in confirmation) return becomesTrial(confirmation.becomes, scene);
  if ('moves' in confirmation) {
    const { container, named } = confirmation.moves;
    const whereabouts = () => {
      const item = scene.find();
      return item && around(item, container)?.getAttribute(named);
    };
    return movesTrial(whereabouts);
  }
  if ('arrives' in confirmation) return arrivesTrial(confirmation.arrives, scene);
  // What holds is timed by the judge of the group; what is asked is answered by the rep.
  return trial('said', () => true);
}

/** Whether the answer to a request says that it did what it asked. */
export function wasGranted(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Finds a notice that was not there at the intent, nor is known since. */
export function watchNew(roots: () => readonly ParentNode[], selector: Selector) {
  const look = () => new Map(visible(roots(), selector).map(sight));
  const before = look();
  return (known?: Sighting): Sighting | undefined => {
    if (known) before.set(...known);
    const now = look();
    // What has gone meanwhile is new when it comes back, with the same words too.
    for (const element of before.keys()) if (!now.has(element)) before.delete(element);
    return [...now].find(([element, face]) => before.get(element) !== face);
  };
}

function trial(evidence: Evidence, check: () => Verdict, more: Partial<Trial> = {}): Trial {
  return { evidence, captures: {}, check, ...more };
}

function requestTrial(pattern: RegExp, scene: Scene): Trial {
  let verdict: Verdict = false;
  const captures: Record<string, string> = {};
  return trial('request', () => verdict, {
    captures,
    hear({ url, status, startTime }) {
      if (verdict === true || startTime < scene.since) return false;
      const match = pattern.exec(url);
      if (!match) return false;
      const identity = match.groups?.['identity'];
      if (identity && scene.identity && identity !== scene.identity) return false;
      Object.assign(captures, match.groups);
      verdict = wasGranted(status) || 'failed';
      return true;
    },
  });
}

function appearsTrial(one: { appears: Selector; in?: Selector }, scene: Scene): Trial {
  const place = one.in && around(scene.target, one.in);
  const newest = watchNew(place ? () => [place] : scene.roots, one.appears);
  let seen: Sighting | undefined;
  return trial('appears', () => !!(seen ??= newest()), {
    use(others) {
      for (const other of others) if (seen) other.forgo?.(seen);
    },
    forgo(notice) {
      const another = newest(notice);
      if (seen?.[0] === notice[0]) seen = another;
    },
  });
}

function vanishesTrial(selector: Selector, scene: Scene): Trial {
  const ancestor = around(scene.target, selector);
  return trial('vanishes', () => !!ancestor && !isVisible(ancestor));
}

function leavesTrial(selector: Selector, scene: Scene): Trial {
  const isThere = () =>
    visible(scene.roots(), selector).some((one) => one === scene.thing || scene.isSame(one));
  const was = isThere();
  return trial('vanishes', () => was && !isThere());
}

function emptiesTrial(selector: Selector, scene: Scene): Trial {
  const text = () => {
    const [editor] = within(scene.scope(), selector);
    return editor && valueOf(editor);
  };
  const before = text();
  return trial('empties', () => !!before && text() === '');
}

function echoesTrial(one: { echoes: Selector; in: Selector }, scene: Scene): Trial {
  const place = around(scene.target, one.in);
  const editors = () => (place ? within(place, one.echoes) : []);
  // Lines are drawn as blocks and long texts are cut, so the start without its spaces has to do.
  const bare = (text: string) => text.replace(/\s+/g, '');
  const [editor] = within(scene.scope(), one.echoes);
  const text = bare(editor ? valueOf(editor) : '').slice(0, 60);
  const times = () => {
    const inEditors = editors().map((each) => bare(valueOf(each)));
    const outside = bare(place?.textContent ?? '').split(text).length;
    return outside - inEditors.filter((each) => each.includes(text)).length;
  };
  const before = text && times();
  return trial('appears', () => !!text && times() > Number(before));
}

function becomesTrial(selector: Selector, scene: Scene): Trial {
  const hasBecome = () =>
    (scene.thing.isConnected && matches(scene.thing, selector)) ||
    visible(scene.roots(), selector).some(scene.isSame);
  let already = hasBecome();
  let since: number | undefined;
  return trial('becomes', () => {
    if (!hasBecome()) {
      already = false;
      // A finished row may leave its list; what it last was still holds.
      if (since !== undefined && scene.find()) since = undefined;
    } else if (!already) since ??= scene.clock();
    return since !== undefined && scene.clock() - since >= holdFor;
  });
}

function movesTrial(whereabouts: () => string | null | undefined): Trial {
  const from = whereabouts();
  const captures: Record<string, string> = {};
  let over = false;
  const hasMoved = () => {
    const now = whereabouts();
    if (typeof from !== 'string' || typeof now !== 'string' || now === from) return false;
    captures['to'] = now;
    return true;
  };
  return trial('moves', () => (over ? 'failed' : hasMoved()), {
    captures,
    // A card dropped where it was must not be credited with what another hand's move does to it later.
    moveOn() {
      over ||= !hasMoved();
    },
  });
}

function arrivesTrial(kind: PageKind, scene: Scene): Trial {
  let verdict: Verdict = false;
  return trial('arrives', () => verdict, {
    arrive(arrived) {
      if (verdict) return;
      if (arrived === kind) verdict = true;
      else if (arrived !== scene.kind) verdict = 'failed';
    },
  });
}

export function visible(
  roots: ParentNode | readonly ParentNode[],
  selector: Selector,
): readonly Element[] {
  // All alternatives: an old notice must not hide a new one of another make.
  return within(roots, [selector.join()]).filter(isVisible);
}

function sight(element: Element): Sighting {
  return [element, `${element.getAttribute('class') ?? ''} ${element.textContent}`];
}
