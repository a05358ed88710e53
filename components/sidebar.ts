import type { ActionKind } from '../lib/domain/action';
import type { Standing } from '../lib/domain/standing';

/** Which record is on the screen. */
export type RecordOnScreen = 'contact' | 'company' | 'opportunity' | 'person' | 'page';

/** A `tel:` or `mailto:` link was used: only the rep knows whether anything came of it. */
export interface OpenQuestion {
  readonly id: string;
  readonly kind: ActionKind;
  /** When the link was used, UTC ms. */
  readonly at: number;
}

/** How Foothold is doing on this site. */
export interface SiteState {
  readonly label: string;
  /** `logging`: nothing is counted from this page, and one click logs. */
  readonly state: 'counting' | 'logging' | 'orphaned' | 'changed';
  /** Actions that are not stored yet. */
  readonly unsaved: number;
}

/** Everything the sidebar draws and everything it can ask for; the panel and the rail share it. */
export interface SidebarProps {
  /** `null` while it loads. */
  readonly standing: Standing | null;
  /** UTC ms. */
  readonly now: number;
  readonly site: SiteState;
  /** `null` logs without a record. */
  readonly record: RecordOnScreen | null;
  /** The kind that was logged for the same record moments ago. */
  readonly again: ActionKind | null;
  readonly questions: readonly OpenQuestion[];
  readonly side: 'left' | 'right';
  /** The site the sidebar is on: it may take back what was counted there, and nothing else. Without it: all. */
  readonly siteId?: string;
  /** What a site is called; the current site's label is used without it. */
  readonly siteLabel?: (site: string) => string;
  readonly onLog: (kind: ActionKind) => void;
  readonly onAgain: (yes: boolean) => void;
  readonly onAnswer: (id: string, yes: boolean) => void;
  readonly onUndo: (id: string) => void;
  readonly onCollapse: () => void;
  readonly onExpand: () => void;
  /** To the other side of the window. */
  readonly onMove: () => void;
  /** Off for this site; already confirmed by the rep. */
  readonly onSwitchOff: () => void;
  readonly onOptions: () => void;
}
