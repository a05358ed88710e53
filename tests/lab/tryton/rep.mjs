import { database, user } from './server.mjs';
import { date, decimal } from './rpc.mjs';

/** Whose language, employer and customer the prepared database has. */
const context = { company: 1, employee: 1 };
const customer = 'Harbour Tools';

/** A rep at work in the real client: real pointer and key events, no shortcuts through the client's code. */
export class TrytonRep {
  /**
   * @param {import('playwright-core').Page} page
   * @param {Awaited<ReturnType<typeof import('./server.mjs').startTryton>>} tryton
   * @param {() => Promise<unknown>} calm waits until nothing is asked any more: forms are drawn again when what they show has come
   */
  constructor(page, tryton, calm) {
    this.page = page;
    this.tryton = tryton;
    this.calm = calm;
  }

  async signIn() {
    await this.page.goto(`${this.tryton.origin}/#${database}`);
    await this.page.locator('#login').waitFor();
    // It asks for its databases first.
    await this.calm();
    await this.page.locator('#login').fill(user.login);
    await this.page.keyboard.press('Enter');
    await this.page.locator('input[type="password"]').fill(user.password);
    await this.page.keyboard.press('Enter');
    await this.page.locator('#menu tbody tr').first().waitFor();
  }

  /** Opens a record's form, or a list, in a new document. @param {string} model @param {number} [id] */
  async open(model, id) {
    // Only another document forgets what is unsaved without a question.
    await this.page.goto('about:blank');
    await this.page.goto(this.tryton.origin + this.path(model, id));
    await this.#drawn(id);
  }

  /** Opens it in another of the client's own tabs, or comes back to it. @param {string} model @param {number} [id] */
  async go(model, id) {
    await this.page.evaluate(
      (hash) => void (location.hash = hash),
      new URL(this.path(model, id), this.tryton.origin).hash,
    );
    await this.#drawn(id);
  }

  /** @param {string} model @param {number} [id] */
  path(model, id) {
    return `/#${database}/model/${model}${id === undefined ? '' : `/${id}`}`;
  }

  async #drawn(id) {
    await this.tab
      .locator(id === undefined ? '.content-box > *' : this.#form)
      .first()
      .waitFor();
    await this.calm();
  }

  get #form() {
    return '.content-box > .form';
  }

  /** The one of the client's own tabs that is on screen. */
  get tab() {
    return this.page.locator('#tabcontent > .tab-pane.active');
  }

  /** @param {string} id of the tab's toolbar */
  tool(id) {
    return this.tab.locator(`button#${id}`);
  }

  /** @param {string} name of the record's own buttons */
  button(name) {
    return this.tab.locator(`button[name="${name}"]`);
  }

  /** @param {string} name */
  field(name) {
    return this.tab.locator(`[name="${name}"]:visible`).first();
  }

  /** The topmost window over the tab. */
  get window() {
    return this.page.locator('.window-form').last();
  }

  get ok() {
    return this.window.locator('.modal-footer button[type="submit"]');
  }

  /** What the client says below the form: `info` that it is stored, `danger` that it cannot be. */
  async says(face) {
    await this.tab.locator(`.infobar.alert-${face}`).waitFor();
    await this.calm();
  }

  get question() {
    return this.page.locator('.confirmation-dialog');
  }

  get yes() {
    return this.question.locator('.btn-primary');
  }

  get no() {
    return this.question.locator('.btn-default');
  }

  get cancel() {
    return this.window.locator('.modal-footer .btn-link');
  }

  get warning() {
    return this.page.locator('.warning-dialog');
  }

  /** An empty form of that model. @param {string} model */
  async begin(model) {
    await this.go(model);
    await this.tool('new_').click();
    await this.tab.locator(this.#form).first().waitFor();
    await this.calm();
  }

  async beginLead(description = 'Spring order') {
    await this.begin('sale.opportunity');
    await this.field('description').fill(description);
  }

  async beginContact(name = 'Nordic Pumps') {
    await this.begin('party.party');
    await this.field('name').fill(name);
  }

  async chooseCustomer() {
    await this.field('party').fill('Harbour');
    await this.tab.locator('.completion', { hasText: customer }).click();
    await this.calm();
  }

  /** Leaves the form for the list; what is unsaved is asked about. */
  async leave() {
    await this.tool('switch_').click();
    await this.question.locator('.btn-primary').waitFor();
  }

  /** "Create…" in the lead's field for a party. */
  async beginInline(name = 'Zeta Works') {
    await this.field('party').fill(name);
    await this.tab.locator('[name="party"] ~ ul .action-create a').click();
    await this.ok.waitFor();
    await this.calm();
  }

  async openNotes() {
    await this.tool('note').click();
    await this.ok.waitFor();
    await this.calm();
  }

  async beginNote(text = 'Met at the fair') {
    await this.openNotes();
    await this.window.locator('.window-form-toolbar button:nth-last-of-type(3)').click();
    await this.calm();
    await this.window.locator('[name="message"]').fill(text);
  }

  /** The item of the menu of actions that does what that button does. @param {string} name */
  async action(name) {
    const says = (await this.button(name).textContent())?.trim() ?? '';
    await this.tool('action').click();
    return this.tab.locator('.action_button', { hasText: says });
  }

  /** A page of the form's own notebook. @param {string} name */
  async turnTo(name) {
    await this.tab.locator('.form-notebook a[data-toggle="tab"]', { hasText: name }).click();
  }

  /** Opens a row of a list, in the window or within the form. @param {import('playwright-core').Locator} list */
  async openRow(list, text = '') {
    await list.locator('tbody tr', { hasText: text }).first().locator('td').last().dblclick();
    await this.calm();
  }

  /** Waits until the record on screen is in that state. @param {string} state */
  async isIn(state) {
    const field = `select[name="state"]:has(option[value*="${state}"]:checked):visible`;
    await this.page.locator(field).last().waitFor();
    await this.calm();
  }

  /** A lead of that customer, stored behind the client's back. @returns {Promise<number>} */
  async lead() {
    const today = date(new Date());
    const row = { party: 3, company: 1, employee: 1, start_date: today };
    const rows = [{ ...row, conversion_probability: 0.5 }];
    const [id] = await this.tryton.call('model.sale.opportunity.create', rows, context);
    return id;
  }

  async opportunity() {
    const id = await this.lead();
    await this.tryton.call('model.sale.opportunity.opportunity', [id], context);
    return id;
  }

  /** The sale of a converted opportunity, ready to be confirmed. @returns {Promise<number>} */
  async quotation(opportunity) {
    const id = opportunity ?? (await this.opportunity());
    const { call } = this.tryton;
    if (opportunity === undefined) await call('model.sale.opportunity.convert', [id], context);
    const origin = ['origin', '=', `sale.opportunity,${id}`];
    const sales = await call('model.sale.sale.search', [origin], 0, 1, null, context);
    await this.quote(sales);
    return sales[0];
  }

  /** A sale that nobody led to as an opportunity. @returns {Promise<number>} */
  async plainQuotation() {
    const sales = await this.tryton.call(
      'model.sale.sale.create',
      [{ party: 3, company: 1, currency: 1 }],
      context,
    );
    await this.quote(sales);
    return sales[0];
  }

  async quote(sales) {
    const line = { type: 'line', description: 'Pump', quantity: 1, unit_price: decimal('100') };
    const address = { invoice_address: 1, shipment_address: 1 };
    const values = { ...address, lines: [['create', [line]]] };
    await this.tryton.call('model.sale.sale.write', sales, values, context);
    await this.tryton.call('model.sale.sale.quote', sales, context);
  }
}
