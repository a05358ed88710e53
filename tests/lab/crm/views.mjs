/**
 * The database's summary views, worked out from its tables on every read.
 *
 * @typedef {import('./sample.mjs').Row} Row
 * @typedef {(name: string) => Row[]} Table
 */

/** @param {Array<string | null | undefined>} dates */
const latest = (dates) =>
  dates
    .filter((date) => typeof date === 'string')
    .sort()
    .at(-1) ?? null;

/** @param {Row} contact */
const text = (contact) =>
  [
    contact.first_name,
    contact.last_name,
    contact.title,
    contact.background,
    ...(contact.email_jsonb ?? []).map((/** @type {{ email: string }} */ one) => one.email),
    ...(contact.phone_jsonb ?? []).map((/** @type {{ number: string }} */ one) => one.number),
  ]
    .filter(Boolean)
    .join(' ');

/** @type {Record<string, (table: Table) => Array<Record<string, any>>>} */
const VIEWS = {
  contacts_summary: (table) =>
    table('contacts').map((contact) => {
      const tasks = table('tasks').filter((task) => task.contact_id === contact.id);
      const notes = table('contactNotes').filter((note) => note.contact_id === contact.id);
      const done = tasks.filter((task) => task.done_date);
      const company = table('companies').find((one) => one.id === contact.company_id);
      return {
        ...contact,
        email_fts: JSON.stringify(
          (contact.email_jsonb ?? []).map((/** @type {any} */ e) => e.email),
        ),
        phone_fts: JSON.stringify(
          (contact.phone_jsonb ?? []).map((/** @type {any} */ p) => p.number),
        ),
        search_text: `${text(contact)} ${company?.name ?? ''}`,
        company_name: company?.name ?? null,
        nb_tasks: tasks.length,
        nb_notes: notes.length,
        nb_invoices: table('invoices').filter((one) => one.contact_id === contact.id).length,
        nb_open_tasks: tasks.length - done.length,
        nb_completed_tasks: done.length,
        task_completion_rate: tasks.length ? done.length / tasks.length : 0,
        last_note_date: latest(notes.map((note) => note.date)),
        last_task_activity: latest(tasks.map((task) => task.due_date)),
        days_since_last_activity: 0,
      };
    }),

  companies_summary: (table) =>
    table('companies').map((company) => {
      const contacts = table('contacts').filter((one) => one.company_id === company.id);
      const people = new Set(contacts.map((one) => one.id));
      const deals = table('deals').filter((one) => one.company_id === company.id);
      const notes = table('companyNotes').filter((one) => one.company_id === company.id);
      const tasks = table('tasks').filter((one) => people.has(one.contact_id));
      return {
        ...company,
        search_text: [company.name, company.city, company.sector].filter(Boolean).join(' '),
        nb_deals: deals.length,
        nb_contacts: contacts.length,
        nb_notes: notes.length,
        nb_invoices: table('invoices').filter((one) => one.company_id === company.id).length,
        nb_tasks: tasks.filter((task) => !task.done_date).length,
        total_deal_amount: deals.reduce((sum, deal) => sum + (deal.amount ?? 0), 0),
        last_note_date: latest(notes.map((note) => note.date)),
        last_deal_activity: latest(deals.map((deal) => deal.updated_at)),
        last_task_activity: latest(tasks.map((task) => task.due_date)),
        days_since_last_activity: 0,
      };
    }),

  deals_summary: (table) =>
    table('deals').map((deal) => ({
      ...deal,
      company_name: table('companies').find((one) => one.id === deal.company_id)?.name ?? null,
      nb_invoices: table('invoices').filter((one) => one.deal_id === deal.id).length,
      nb_notes: table('dealNotes').filter((one) => one.deal_id === deal.id).length,
    })),

  tasks_summary: (table) =>
    table('tasks').map((task) => {
      const contact = table('contacts').find((one) => one.id === task.contact_id);
      const companyId = task.company_id ?? contact?.company_id ?? null;
      const assigned = table('sales').find((one) => one.id === task.assigned_to);
      const creator = table('sales').find((one) => one.id === task.sales_id);
      const notes = table('taskNotes').filter((one) => one.task_id === task.id);
      return {
        ...task,
        contact_first_name: contact?.first_name ?? null,
        contact_last_name: contact?.last_name ?? null,
        contact_email: contact?.email_jsonb?.[0]?.email ?? null,
        company_id_computed: companyId,
        company_name: table('companies').find((one) => one.id === companyId)?.name ?? null,
        deal_name: table('deals').find((one) => one.id === task.deal_id)?.name ?? null,
        assigned_first_name: assigned?.first_name ?? null,
        assigned_last_name: assigned?.last_name ?? null,
        creator_first_name: creator?.first_name ?? null,
        creator_last_name: creator?.last_name ?? null,
        nb_notes: notes.length,
        last_note_date: latest(notes.map((note) => note.date)),
      };
    }),

  invoices_summary: (table) =>
    table('invoices').map((invoice) => ({
      ...invoice,
      company_name: table('companies').find((one) => one.id === invoice.company_id)?.name ?? null,
      deal_name: table('deals').find((one) => one.id === invoice.deal_id)?.name ?? null,
      nb_items: table('invoice_items').filter((one) => one.invoice_id === invoice.id).length,
      computed_status: invoice.status,
      days_overdue: 0,
      balance_due: (invoice.total ?? 0) - (invoice.amount_paid ?? 0),
    })),
};

/**
 * @param {string} name
 * @param {Table} table
 * @returns {Array<Record<string, any>>} the view's rows, or the table's own
 */
export function readRows(name, table) {
  const view = VIEWS[name];
  return view ? view(table) : table(name);
}
