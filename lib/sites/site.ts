import type { ActionKind, Evidence } from '../domain/action';

export type SiteId = string;
export type PageKind = string;
export type Milliseconds = number;

/** Alternatives, most stable first; each deserves a comment that says what it rests on. */
export type Selector = readonly [string, ...string[]];

/** A view of a site, recognised by its URL alone. The first page of a site that matches wins. */
export interface Page {
  readonly kind: PageKind;
  test(url: URL): boolean;
  /** What the page is about (`contact/17`), from the URL: never a name, and without a space. */
  subject?(url: URL): string | undefined;
}

/**
 * Whole URLs of each kind of page. They are the tests: each must be that page and no other page of any site. A site's file
 * exports them beside the site, so that no page of a rep's day loads them.
 */
export type Examples = Readonly<Record<PageKind, readonly [string, ...string[]]>>;

/** A form value when the hand acted, and when it first touched the form. */
export interface Reading {
  readonly was: string;
  readonly is: string;
}
export type Values = Readonly<Record<string, Reading>>;

/** What confirmed an intent: the member kinds of the group, and the named captures of its requests. */
export interface Proof {
  readonly evidence: Evidence;
  readonly captures: Readonly<Record<string, string>>;
}

export interface Intent {
  readonly event: 'click' | 'submit' | 'keydown' | 'change' | 'drop';
  readonly target: Selector;
  /** For `keydown`: which key, and whether Ctrl or Cmd must be held. */
  readonly keys?: { readonly key: string; readonly mod?: boolean };
  /** Says no to a look-alike; sees the page as it was when the hand moved. `opener`: the last one that the hand clicked. */
  accept?(target: Element, opener?: Element): boolean;
}

export type Confirmation =
  /**
   * The page's own fetch or XHR, started after the intent, answered 2xx; another status drops the intent. A named group
   * `identity` must equal the identity of the thing the hand touched.
   */
  | { readonly request: RegExp }
  /**
   * New since the intent and visible. A notice element that is used again counts as new. One notice proves one intent of
   * a rule. `in`: only within the nearest ancestor of the target that matches, where look-alikes stand elsewhere on the
   * page.
   */
  | { readonly appears: Selector; readonly in?: Selector }
  /** The ancestor of the target that matches, resolved at the intent, is gone or hidden. */
  | { readonly vanishes: Selector }
  /**
   * What stands for the thing and matches, drawn anew or not, was visible at the intent and is no more. Needs `identity`.
   */
  | { readonly leaves: Selector }
  /** The editor beside the target had text at the intent and has none now. */
  | { readonly empties: Selector }
  /** What that editor held stands once more in the nearest ancestor of the target that matches `in`, outside of it. */
  | { readonly echoes: Selector; readonly in: Selector }
  /**
   * The target, or what opened its dialog, did not match and now does, and still does two seconds later. Drawn anew it is
   * found by identity, among what matches.
   */
  | { readonly becomes: Selector }
  /**
   * The dragged item, found again by identity, sits in another container than it was taken from. Captures `to`, the
   * container's name.
   */
  | { readonly moves: Moves }
  /** Nothing new and visible has matched since: for a notice that, unlike the others of its group, may mean either. */
  | { readonly lacks: Selector }
  /** The rest of the group has stood for so long: some pages show success before they know. */
  | { readonly holds: Milliseconds }
  /** The tab's next page, in the same document or the next one. */
  | { readonly arrives: PageKind }
  /** Nothing can confirm it: the rep is asked, or has said that asking is not needed. */
  | { readonly none: 'ask' };

export interface Moves {
  readonly container: Selector;
  /** Attribute of the container that names it. */
  readonly named: string;
}

export type AllOf = readonly [Confirmation, ...Confirmation[]];

/** What one action looks like. Data first; functions only where data cannot say it. */
export interface Rule {
  readonly id: `${SiteId}/${string}`;
  /** Page kinds where it holds. */
  readonly on: readonly PageKind[];
  readonly intents: readonly [Intent, ...Intent[]];
  /**
   * Where the intent is in a dialog that does not say what or whom it is about: what may have opened it. The last one that
   * the hand clicked stands in for the target in `identity`, `subject` and `becomes`, and `accept` sees it.
   */
  readonly opener?: Selector;
  /** Where reading stays: the ancestor of the target that matches. Without it, the form or dialog around the target. */
  readonly scope?: Selector;
  /** Values that the kind depends on, each the first match in the scope. */
  readonly reads?: Readonly<Record<string, Selector>>;
  /** Several kinds for one intent are several rows; none: seen, and not an action. */
  readonly kind: ActionKind | ((values: Values, proof: Proof) => readonly ActionKind[]);
  /** Any one group, all of its members. */
  readonly confirm: readonly [AllOf, ...AllOf[]];
  /**
   * An error notice, new and visible since the intent, drops it; with others under way, it proves no more than that nothing
   * is sent any more. One that stood in the form already and stays there has refused it.
   */
  readonly fails?: Selector;
  /** A request of this URL that is not answered 2xx drops it too, whatever the page shows meanwhile. */
  readonly refused?: RegExp;
  /** A click on one of these drops the pending intent; so does Escape. */
  readonly cancels?: Selector;
  /** What the page shows proves something only there: another page takes things away as well. Requests stay good. */
  readonly here?: boolean;
  readonly within: Milliseconds;
  /** How often the same thing or subject may count: each time, once a local day, or once ever. */
  readonly once: 'occurrence' | 'identity-day' | 'identity' | 'subject-day';
  /** What thing the target stands for (a task, a card), where it is not the page's subject. */
  identity?(target: Element): string | undefined;
  /** Whom or what the target is about, by the URLs around it, where that need not be the page's subject. */
  subject?(target: Element): string | undefined;
  /** What it confirms was done, but only the rep knows whether it was prospecting: asked, where that is not set otherwise. */
  readonly asks?: true;
  /** Another rule for the same deed: what one has counted, the other does not count again. */
  readonly same?: Rule['id'];
  /** Takes back what `same` counted for the same identity, instead of counting. */
  readonly reverses?: true;
}

export interface Site {
  readonly id: SiteId;
  /** A proper name; not translated. */
  readonly label: string;
  /** Hosts to ask for; empty for a CRM that lives on the rep's own domain only. */
  readonly matches: readonly string[];
  /** How a self-hosted one is recognised on the rep's own domain. */
  readonly marks?: Selector;
  /** Elements whose shadow roots, open or closed, hold parts of the page. */
  readonly shadows?: Selector;
  readonly pages: readonly Page[];
  readonly rules: readonly Rule[];
  /** None of its controls is known: phone and mail links are asked about, all else the rep logs with one click. */
  readonly logsOnly?: boolean;
  /** What every page of that kind has, whatever state it is in (being edited, empty), for health; never for counting. */
  readonly landmarks: Readonly<Partial<Record<PageKind, Selector>>>;
}
