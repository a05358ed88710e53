import { vi } from 'vitest';
import type { SummaryProps } from '../../../components/Summary';
import type { PanelProps, SidebarProps } from '../../../components/sidebar';
import type {
  Foothold,
  GoalStanding,
  Leg,
  RecentAction,
  Standing,
} from '../../../lib/domain/standing';
import type { GoalOutlook } from '../../../lib/domain/outlook';
import type { Summary } from '../../../lib/domain/summary';

/** What the sidebar shows; what it asks for is watched. */
export type SidebarState = Partial<
  Omit<SidebarProps, `on${string}`> & Pick<SidebarProps, 'onReport'>
>;

const midnight = Date.UTC(2026, 10, 24);
/** Tuesday 10:06. */
export const now = midnight + 606 * 60_000;

function leg(minute: number, done: number, state: Leg['state'], anchor?: Leg['anchor']): Leg {
  return {
    at: midnight + minute * 60_000,
    minute,
    planned: 5,
    done,
    state,
    ...(anchor && { anchor }),
  };
}

export function goal(changes: Partial<GoalStanding> = {}): GoalStanding {
  return {
    id: 'calls',
    period: 'day',
    kinds: ['call'],
    done: 7,
    target: 20,
    floor: 18,
    ceiling: 25,
    expected: 10.4,
    ahead: -3,
    buffer: -40,
    today: { target: 20, done: 7 },
    legs: [
      leg(540, 5, 'reached'),
      leg(630, 2, 'now'),
      leg(750, 0, 'ahead', 'lunch'),
      leg(1020, 0, 'ahead', 'leave'),
    ],
    ...changes,
  };
}

export function foothold(changes: Partial<Foothold> = {}): Foothold {
  return {
    id: 'calls 1',
    goalId: 'calls',
    kind: 'call',
    size: 5,
    done: 2,
    base: 5,
    by: midnight + 630 * 60_000,
    byMinute: 630,
    due: 'checkpoint',
    reason: 'need',
    ...changes,
  };
}

export function recent(changes: Partial<RecentAction> = {}): RecentAction {
  return {
    id: 'a1',
    kind: 'call',
    at: midnight + 604 * 60_000,
    offset: 0,
    site: 'atomic',
    where: 'Atomic CRM',
    via: 'page',
    evidence: 'request',
    ...changes,
  };
}

export function standing(changes: Partial<Standing> = {}): Standing {
  return {
    computedAt: now,
    validUntil: midnight + 630 * 60_000,
    day: '2026-11-24',
    goals: [goal()],
    foothold: foothold(),
    rest: null,
    totals: { call: 7 },
    recent: [recent()],
    ...changes,
  };
}

export function sidebar(changes: SidebarState = {}) {
  return {
    standing: standing(),
    now,
    site: { label: 'Atomic CRM', state: 'counting', unsaved: 0 },
    record: 'contact',
    again: null,
    questions: [],
    side: 'right',
    onLog: vi.fn(),
    onAgain: vi.fn(),
    onAnswer: vi.fn(),
    onUndo: vi.fn(),
    onNudge: vi.fn(),
    onCollapse: vi.fn(),
    onExpand: vi.fn(),
    onMove: vi.fn(),
    onMoveTo: vi.fn(),
    onHideNumbers: vi.fn(),
    onSwitchOff: vi.fn(),
    onOptions: vi.fn(),
    ...changes,
  } satisfies SidebarProps;
}

/** The same beside the page, where it neither collapses nor moves. */
export function sidePanel(changes: SidebarState = {}): PanelProps {
  const { onCollapse: _, onMove: __, ...props } = sidebar(changes);
  return props;
}

export function goalOutlook(changes: Partial<GoalOutlook> = {}): GoalOutlook {
  return {
    id: 'g',
    kinds: ['call'],
    done: 4,
    target: 60,
    credit: null,
    reward: null,
    commitment: null,
    change: null,
    missed: false,
    ramp: null,
    stretch: null,
    checkIn: null,
    struggling: null,
    adjustment: null,
    next: null,
    adjusted: null,
    afterHold: null,
    ...changes,
  };
}

export function summary(changes: Partial<Summary> = {}): Summary {
  return {
    day: '2026-11-24',
    minute: 606,
    totals: { call: 7, email: 2 },
    done: 7,
    asked: 20,
    curve: [
      { minute: 500, count: 3 },
      { minute: 604, count: 7 },
    ],
    plan: [
      { minute: 480, count: 0 },
      { minute: 540, count: 5 },
      { minute: 1020, count: 20 },
    ],
    week: [],
    days: [
      { day: '2026-11-23', done: 18, asked: 20, totals: { call: 18 } },
      { day: '2026-11-24', done: 7, asked: 20, totals: { call: 7, email: 2 } },
      { day: '2026-11-25', done: 0, asked: 20, totals: {} },
    ],
    ...changes,
  };
}

export function popup(changes: Partial<Omit<SummaryProps, `on${string}`>> = {}) {
  return {
    standing: standing(),
    summary: summary(),
    now,
    paused: false,
    copied: false,
    onCopy: vi.fn(),
    onFloor: vi.fn(),
    onFloorUndo: vi.fn(),
    onPause: vi.fn(),
    onResume: vi.fn(),
    onHideNumbers: vi.fn(),
    onOpenPanel: vi.fn(),
    onOptions: vi.fn(),
    onUndo: vi.fn(),
    wordsBeside: () => Promise.resolve(''),
    onRemark: vi.fn(() => Promise.resolve(true)),
    onNudge: vi.fn(),
    onLogEarlier: vi.fn((_kind, count) => Promise.resolve(count)),
    ...changes,
  } satisfies SummaryProps;
}
