import type { Evidence } from '../domain/action';
import type { Confirmation, PageKind, Selector } from '../sites/site';
import { around, isVisible, matches, valueOf, within } from './find';
import type { SeenRequest } from './request';

/** What a confirmation may look at. */
export interface Scene {
  readonly document: Document;
  readonly target: Element;
  readonly identity: string | undefined;
  /** The kind of page the hand was on. */
  readonly kind: PageKind | null;
  /** When the hand moved, on the page's performance clock, ms. */
  readonly since: number;
  /** The target as it is now: itself, or the element that took its place in a re-render. */
  find(): Element | undefined;
  /** Where reading stays: the rule's scope around the target, as it is now. */
  scope(): ParentNode;
  /** Performance clock, ms. */
  clock(): number;
}

/** What a confirmation says now; `failed` ends the intent. */
export type Verdict = 'yes' | 'no' | 'failed';

/** One confirmation on trial for one intent. Made at the intent: what was already there proves nothing. */
export interface Trial {
  readonly evidence: Evidence;
  readonly captures: Record<string, string>;
  check(): Verdict;
  hear(request: SeenRequest): void;
  arrive(kind: PageKind | null): void;
  /** The hand has gone on to something else. */
  moveOn(): void;
}

/** How long a flipped state must hold: a tick that is taken back at once is no action. */
const holdFor = 2000;

export function tryConfirmation(confirmation: Confirmation, scene: Scene): Trial {
  if ('request' in confirmation) return requestTrial(confirmation.request, scene);
  if ('appears' in confirmation) return appearsTrial(confirmation.appears, scene);
  if ('vanishes' in confirmation) return vanishesTrial(confirmation.vanishes, scene);
  if ('empties' in confirmation) return emptiesTrial(confirmation.empties, scene);
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
  return trial('said', () => 'yes');
}

/** Whether a notice that was not there at the intent is there now. */
export function watchNew(document: Document, selector: Selector): () => boolean {
  const before = new Map(visible(document, selector).map((element) => [element, face(element)]));
  return () => {
    const now = visible(document, selector);
    // What has gone meanwhile is new when it comes back, with the same words too.
    for (const element of before.keys()) if (!now.includes(element)) before.delete(element);
    return now.some((element) => before.get(element) !== face(element));
  };
}

function trial(evidence: Evidence, check: () => Verdict, more: Partial<Trial> = {}): Trial {
  return {
    evidence,
    captures: {},
    check,
    hear: () => undefined,
    arrive: () => undefined,
    moveOn: () => undefined,
    ...more,
  };
}

function requestTrial(pattern: RegExp, scene: Scene): Trial {
  let verdict: Verdict = 'no';
  const captures: Record<string, string> = {};
  return trial('request', () => verdict, {
    captures,
    hear({ url, status, startTime }) {
      if (verdict === 'yes' || startTime < scene.since) return;
      const match = pattern.exec(url);
      if (!match) return;
      const identity = match.groups?.['identity'];
      if (identity !== undefined && scene.identity !== undefined && identity !== scene.identity) {
        return;
      }
      Object.assign(captures, match.groups);
      verdict = status >= 200 && status < 300 ? 'yes' : 'failed';
    },
  });
}

function appearsTrial(selector: Selector, scene: Scene): Trial {
  const isNew = watchNew(scene.document, selector);
  let seen = false;
  return trial('appears', () => ((seen ||= isNew()) ? 'yes' : 'no'));
}

function vanishesTrial(selector: Selector, scene: Scene): Trial {
  const ancestor = around(scene.target, selector);
  return trial('vanishes', () => (ancestor && !isVisible(ancestor) ? 'yes' : 'no'));
}

function emptiesTrial(selector: Selector, scene: Scene): Trial {
  const text = () => {
    const [editor] = within(scene.scope(), selector);
    return editor && valueOf(editor);
  };
  const before = text();
  return trial('empties', () => (before && text() === '' ? 'yes' : 'no'));
}

function becomesTrial(selector: Selector, scene: Scene): Trial {
  let since: number | undefined;
  return trial('becomes', () => {
    const target = scene.find();
    // A finished row may leave its list; what it last was still holds.
    if (target) since = matches(target, selector) ? (since ?? scene.clock()) : undefined;
    return since !== undefined && scene.clock() - since >= holdFor ? 'yes' : 'no';
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
  return trial('moves', () => (over ? 'failed' : hasMoved() ? 'yes' : 'no'), {
    captures,
    // A card dropped where it was must not be credited with what another hand's move does to it later.
    moveOn() {
      over ||= !hasMoved();
    },
  });
}

function arrivesTrial(kind: PageKind, scene: Scene): Trial {
  let verdict: Verdict = 'no';
  return trial('arrives', () => verdict, {
    arrive(arrived) {
      if (verdict !== 'no') return;
      if (arrived === kind) verdict = 'yes';
      else if (arrived !== scene.kind) verdict = 'failed';
    },
  });
}

function visible(document: Document, selector: Selector): readonly Element[] {
  return within(document, selector).filter(isVisible);
}

function face(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.textContent}`;
}
