import { browser } from 'wxt/browser';
import { patternOf } from '../settings/sites';

/** Shows the tab that has this origin open, or opens one. */
export async function goTo(origin: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: patternOf(origin) });
  const open = tabs.find(({ url }) => url?.startsWith(`${origin}/`));
  if (open?.id === undefined) {
    await browser.tabs.create({ url: origin });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  await browser.windows.update(open.windowId, { focused: true });
}
