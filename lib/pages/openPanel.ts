import { browser } from 'wxt/browser';

/** Firefox's own, which the types of the others do not know. */
interface SidebarAction {
  open(): Promise<void>;
}

/** Opens the side panel of a window. To be called within a click, before anything is awaited. */
export function openPanel(windowId: number): Promise<void> {
  const { sidebarAction } = browser as { sidebarAction?: SidebarAction };
  return sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId });
}
