import { expect, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Foothold } from '../lab/foothold.mjs';
import { Popup } from '../lab/popup.mjs';
import { Sidebar } from '../lab/sidebar.mjs';

/** A rep who teaches buttons on a page, by the popup and the lesson's card. */
export async function teacherOn(foothold: Foothold, page: Page) {
  const card = await Sidebar.lessonIn(page);
  const gone = () => vi.waitFor(async () => expect(await card.text()).toBeNull());

  async function begin() {
    const popup = await Popup.over(foothold, page);
    await popup.waitFor(/Count a button here/);
    await popup.click(/^Count a button here$/);
    await begun();
  }

  /** However it was begun. */
  const begun = () => card.waitFor(/Point at the button/);

  async function pointAt(button: Locator) {
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    if (!box) throw new Error('the button is not on the screen');
    await page.mouse.move(box.x + 4, box.y + 4);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** From the popup to "from now on": `act` does the work once, and presses the button. */
  async function teach(button: Locator, kind: RegExp, act: () => Promise<unknown>) {
    await begin();
    return goOn(button, kind, act);
  }

  /** From pointing to "from now on"; `between` comes after each step. Answers what the card said. */
  async function goOn(
    button: Locator,
    kind: RegExp,
    act: () => Promise<unknown>,
    between: () => Promise<unknown> = () => Promise.resolve(),
  ) {
    await between();
    await pointAt(button);
    await card.waitFor(/What does it count/);
    await between();
    await card.click(kind);
    await card.waitFor(/Now do it once/);
    await between();
    await act();
    await between();
    const proposed = await card.waitFor(/What shows that it worked/, 25_000);
    expect(proposed).toContain('Would have counted 1 of 1 press.');
    await between();
    await card.click(/^Count it from now on$/);
    const learnt = await card.waitFor(/Counted from now on/);
    await between();
    await card.click(/^Close$/);
    await gone();
    return { proposed, learnt };
  }

  return { card, gone, begin, begun, pointAt, teach, goOn };
}
