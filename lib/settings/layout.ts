import { localItem, type Item } from './item';
import { isRecord } from './record';

/** How the sidebar sits on one site. */
export interface Layout {
  readonly side: 'left' | 'right';
  readonly collapsed: boolean;
}

export function layoutAt(origin: string): Item<Layout> {
  return localItem(`layout ${origin}`, parseLayout);
}

export function parseLayout(stored: unknown): Layout {
  const { side, collapsed } = isRecord(stored) ? stored : {};
  return { side: side === 'left' ? 'left' : 'right', collapsed: collapsed === true };
}
