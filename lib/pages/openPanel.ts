import { browser } from 'wxt/browser';

/** Firefox's own, which the types of the others do not know. */
interface SidebarAction {
  open(): Promise<void>;
}

/** The key that opens it. */
export const panelCommand = 'open-panel';

/** Opens the side panel of a window. To be called within a click or a key, before anything is awaited. */
export async function openPanel(
  windowId: number = browser.windows.WINDOW_ID_CURRENT,
): Promise<void> {
  const { sidebarAction } = browser as { sidebarAction?: SidebarAction };
  await (sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId }));
}
