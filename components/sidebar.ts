import type { ComponentChildren } from 'preact';
import type { ActionKind } from '../lib/domain/action';
import type { NudgeReply } from '../lib/domain/nudge/nudge';
import type { Standing } from '../lib/domain/standing';
import type { Touches } from '../lib/domain/touches';
import type { RecentActionsProps } from './RecentActions';

/** Which record is on the screen. */
export type RecordOnScreen = 'contact' | 'company' | 'opportunity' | 'lead' | 'person' | 'page';

/** A `tel:` or `mailto:` link was used: only the rep knows whether anything came of it. */
export interface OpenQuestion {
  readonly id: string;
  readonly kind: ActionKind;
  /** When the link was used, UTC ms. */
  readonly at: number;
}

/** In the site's pages, or beside them in the browser's side panel. */
export type Surface = 'page' | 'panel';

/** How Foothold is doing on this site. */
export interface SiteState {
  readonly label: string;
  /**
   * `opening` while it is not known yet; `none`: the page on screen is no site that is counted on;
   * `logging`: nothing is counted from this page, and one click logs.
   */
  readonly state: 'counting' | 'logging' | 'changed' | 'opening' | 'none';
  /** What is not recognised any more: kinds of page, and rules. */
  readonly notFound?: readonly string[];
  /** Set by the company: it cannot be switched off here. */
  readonly company?: boolean | undefined;
  /** Actions that are not stored yet. */
  readonly unsaved: number;
}

/** Everything the open sidebar draws and everything it can ask for, in the page or beside it. */
export interface PanelProps {
  /** `null` while it loads. */
  readonly standing: Standing | null;
  /** UTC ms. */
  readonly now: number;
  readonly site: SiteState;
  /** Where the rep wants this site shown; absent: in its pages. */
  readonly surface?: Surface | undefined;
  /** `null` logs without a record. */
  readonly record: RecordOnScreen | null;
  /** With that record so far; `null` where there is none, or nobody knows. */
  readonly touches?: Touches | null;
  /** The kind that was logged for the same record moments ago. */
  readonly again: ActionKind | null;
  readonly questions: readonly OpenQuestion[];
  /** The site the sidebar is on: it may take back what was counted there, and nothing else. Without it: all. */
  readonly siteId?: string;
  /** What else can be done about one of the last actions; nothing in a page, where nobody types. */
  readonly rowTool?: RecentActionsProps['rowTool'];
  readonly onLog: (kind: ActionKind) => void;
  readonly onAgain: (yes: boolean) => void;
  readonly onAnswer: (id: string, yes: boolean) => void;
  readonly onUndo: (id: string) => void;
  /** More in the head, where there is room for it. */
  readonly tools?: ComponentChildren;
  /** More below the last actions, where there is room for it. */
  readonly children?: ComponentChildren;
  readonly onNudge: (reply: NudgeReply) => void;
  /** Numbers into shapes, and back. */
  readonly onHideNumbers: () => void;
  readonly onMoveTo?: ((surface: Surface) => void) | undefined;
  /** Off for this site; already confirmed by the rep. */
  readonly onSwitchOff?: (() => void) | undefined;
  /** Puts a report on the site into the clipboard; false when that was not to be had. Without it, none is offered. */
  readonly onReport?: (() => Promise<boolean>) | undefined;
  readonly onOptions: () => void;
}

/** The sidebar at its edge of the page: open or collapsed, on one side or the other. */
export interface SidebarProps extends PanelProps {
  readonly side: 'left' | 'right';
  readonly onCollapse: () => void;
  readonly onExpand: () => void;
  /** To the other side of the window. */
  readonly onMove: () => void;
}
