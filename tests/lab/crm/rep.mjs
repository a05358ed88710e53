import { atRest, trafficOf } from '../rest.mjs';

/**
 * Where which CRM knows the rep already.
 *
 * @type {WeakMap<import('playwright-core').BrowserContext, import('./server.mjs').Crm>}
 */
const signedIn = new WeakMap();
const announcement = '[id^="rfd-announcement-"]';

/** A rep at work in the real CRM: real pointer and key events, no shortcuts through the app's code. */
export class Rep {
  /**
   * @param {import('playwright-core').Page} page
   * @param {import('./server.mjs').Crm} crm
   */
  constructor(page, crm) {
    this.page = page;
    this.crm = crm;
    // What is asked before somebody waits for rest is waited for, too.
    trafficOf(page);
  }

  /** Opens a route in a new document, signed in. */
  async open(route) {
    const { origin } = this.crm;
    const context = this.page.context();
    if (signedIn.get(context) === this.crm) {
      // From one route to another there would be no new document.
      await this.page.goto('about:blank');
      await this.page.goto(`${origin}/${route}`, { waitUntil: 'commit' });
    } else await this.page.goto(`${origin}/lab/start.html?to=${encodeURIComponent(route)}`);
    await this.page.locator('#main-content').waitFor();
    signedIn.set(context, this.crm);
    // Forms are drawn again when what they depend on has loaded, and forget what was typed before.
    await atRest(this.page);
  }

  /** Goes on within the app, as a link would. */
  async go(route) {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, route);
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }

  save() {
    return this.page.locator('form button[type="submit"]').last();
  }

  field(name) {
    return this.page.locator(`form [name="${name}"]`).last();
  }

  /** A select of the app: opens it and picks the option with that stored value. */
  async pick(value, option = value) {
    const native = this.page.locator(`form select:has(> option[value="${value}"])`).last();
    await native.locator('xpath=preceding-sibling::button').click();
    const label = await native.locator(`option[value="${option}"]`).textContent();
    await this.page.getByRole('option', { name: label ?? option, exact: true }).click();
  }

  async fillContact({ first = 'Nia', last = 'Park' } = {}) {
    await this.go('#/contacts/create');
    await this.field('first_name').fill(first);
    await this.field('last_name').fill(last);
  }

  async fillCompany(name = 'Harbour Tools') {
    await this.go('#/companies/create');
    await this.field('name').fill(name);
  }

  /** Opens the company field of the form on screen and types a name. */
  async searchCompany(name) {
    await this.page.locator('form button[role="combobox"][aria-haspopup="dialog"]').first().click();
    await this.page.locator('[data-slot="popover-content"] [cmdk-input]').fill(name);
  }

  async createCompanyInline(name) {
    await this.searchCompany(name);
    await this.page.getByRole('option', { name: new RegExp(`Create.*${name}`) }).click();
  }

  /** @param {{ name?: string, stage?: string }} [deal] */
  async fillDeal({ name = 'Spring order', stage } = {}) {
    await this.go('#/deals/create');
    await this.field('name').fill(name);
    await this.page.locator('form button[role="combobox"][aria-haspopup="dialog"]').first().click();
    await this.page.locator('[data-slot="popover-content"] [role="option"]').first().click();
    if (stage) await this.pick('won', stage);
  }

  /** Writes a note; again where the form is drawn anew after the note before it, and forgets. */
  async fillNote(text) {
    const box = this.page.locator('form textarea[name="text"]').first();
    for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
      await box.click();
      await this.page.keyboard.press('ControlOrMeta+A');
      await this.page.keyboard.type(text);
      await this.page.waitForTimeout(150);
      if ((await box.inputValue()) === text && (await this.addNote.isEnabled())) return;
    }
    throw new Error('the note would not stay in its form');
  }

  /** On a company's page notes have a tab of their own. */
  async companyNotes() {
    await this.page.getByRole('tab', { name: /Notes?$/ }).click();
    await this.addNote.waitFor();
  }

  get addNote() {
    return this.page
      .locator('form:has(textarea[name="text"]) button[type="button"][data-slot="button"]')
      .first();
  }

  /** A number to click: the CRM shows them as text, a dialler's extension makes them links and takes the click. */
  showNumber() {
    return this.showLink('tel:+12025550101');
  }

  /** A link clear of everything, that asks nothing of the browser: its question would make the tab deaf. */
  async showLink(href) {
    await this.page.evaluate((href) => {
      document.querySelector('#dial')?.remove();
      const link = document.createElement('a');
      link.href = href;
      link.id = 'dial';
      link.textContent = href;
      link.style.cssText = 'position:fixed;bottom:40px;left:600px;z-index:9';
      link.addEventListener('click', (event) => event.preventDefault());
      document.body.append(link);
    }, href);
    return this.page.locator('#dial');
  }

  /** @param {{ text?: string, type?: string, status?: string }} [task] */
  async fillTask({ text = 'Send the offer', type, status } = {}) {
    await this.page.getByRole('button', { name: 'Add task' }).first().click();
    await this.dialog.locator('textarea[name="text"]').fill(text);
    if (type) await this.pick('Call', type);
    if (status) await this.pick('in_progress', status);
  }

  box(id) {
    return this.page.locator(`#checkbox-list-label-${id}`);
  }

  /** Opens a task's menu in a list. */
  async openTaskMenu(id) {
    await this.box(id)
      .locator('xpath=ancestor::div[contains(@class,"justify-between")][1]')
      .locator('button[aria-haspopup="menu"]')
      .click();
  }

  /** Opens a task's menu in a list and chooses from it. */
  async taskMenuItem(id, item) {
    await this.openTaskMenu(id);
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async editTask(id) {
    await this.taskMenuItem(id, 'Edit');
    await this.dialog.locator('textarea[name="text"]').waitFor();
  }

  card(id) {
    return this.page.locator(`[data-rfd-draggable-id="${id}"]`);
  }

  column(name) {
    return this.page.locator(`[data-rfd-droppable-id="${name}"]`);
  }

  /** Drags a card by pointer and drops it in the upper part of a column. */
  async drag(id, column) {
    const { mouse } = this.page;
    await this.card(id).scrollIntoViewIfNeeded();
    const from = await this.card(id).boundingBox();
    const to = await this.column(column).boundingBox();
    await mouse.move(from.x + from.width / 2, from.y + 20);
    await mouse.down();
    await mouse.move(from.x + from.width / 2 + 8, from.y + 26, { steps: 3 });
    await this.page.waitForFunction(
      (card) =>
        document.querySelector(`[data-rfd-draggable-id="${card}"]`).style.position === 'fixed',
      String(id),
    );
    await mouse.move(to.x + to.width / 2, to.y + 40, { steps: 12 });
    await mouse.move(to.x + to.width / 2, to.y + 44, { steps: 2 });
    await mouse.up();
  }

  /** Drags a card by keyboard: Space, arrow keys, Space; each once the board has announced what the last one did. */
  async dragByKeys(id, keys, end = 'Space') {
    await this.card(id).focus();
    for (const key of ['Space', ...keys]) {
      const before = await this.announced();
      await this.page.keyboard.press(key);
      await this.page.waitForFunction(
        ([read, before]) => document.querySelector(read)?.textContent !== before,
        [announcement, before],
      );
    }
    await this.page.keyboard.press(end);
  }

  /** What the board last told those who cannot see it. */
  async announced() {
    return this.page.locator(announcement).textContent();
  }

  async editDeal(id) {
    await this.go(`#/deals/${id}`);
    await this.dialog.locator('[name="name"]').waitFor();
  }
}
