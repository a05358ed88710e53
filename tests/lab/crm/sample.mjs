/**
 * Believable data for the CRM. Every person, company, address and number is made up: mail goes to
 * `.test` (the CRM calls a website under `.example` invalid), numbers are 555-01xx.
 */

/** @typedef {Record<string, any> & { id: number }} Row */
/** @typedef {Record<string, Row[]>} Tables */

const DAY = 24 * 60 * 60 * 1000;

export const USER_ID = '11111111-1111-4111-8111-111111111111';

/** name, sector, city, size */
const COMPANIES = [
  ['Brightwater Logistics', 'Industrials', 'Rotterdam', 250],
  ['Cedar & Finch Interiors', 'Consumer Discretionary', 'Leeds', 50],
  ['Nordlys Energi', 'Energy', 'Bergen', 500],
  ['Kestrel Health Partners', 'Health Care', 'Dublin', 250],
  ['Pico Robotics', 'Information Technology', 'Lyon', 10],
  ['Old Mill Bakery Group', 'Consumer Staples', 'Ghent', 50],
  ['Halden Freight & Storage', 'Industrials', 'Hamburg', 50],
  ['Sunrise Credit Union', 'Financials', 'Porto', 250],
];

/** first name, last name, title, company, gender, status */
const CONTACTS = [
  ['Amara', 'Okafor', 'Head of Operations', 1, 'female', 'warm'],
  ['Jonas', 'Lindqvist', 'Fleet Manager', 1, 'male', 'cold'],
  ['Priya', 'Raman', 'Buyer', 1, 'female', 'hot'],
  ['Tom', 'Ashworth', 'Owner', 2, 'male', 'warm'],
  ['Beatriz', 'Monteiro', 'Studio Lead', 2, 'female', 'cold'],
  ['Ingrid', 'Solheim', 'Procurement Director', 3, 'female', 'hot'],
  ['Mads', 'Eriksen', 'Site Engineer', 3, 'male', 'cold'],
  ['Niamh', 'Gallagher', 'Practice Manager', 4, 'female', 'warm'],
  ['Cormac', 'Doyle', 'Finance Director', 4, 'male', 'in-contract'],
  ['Aoife', 'Brennan', 'IT Lead', 4, 'female', 'warm'],
  ['Luc', 'Marchand', 'CTO', 5, 'male', 'hot'],
  ['Yuki', 'Tanabe', 'Robotics Engineer', 5, 'nonbinary', 'cold'],
  ['Griet', 'De Wolf', 'Managing Director', 6, 'female', 'warm'],
  ['Pieter', 'Claes', 'Plant Manager', 6, 'male', 'cold'],
  ['Annika', 'Vogt', 'Warehouse Lead', 7, 'female', 'warm'],
  // 60 characters with the space: long enough to break any layout that trusts names to be short.
  [
    'Maximiliane-Theodora Konstanze',
    'von Hohenfels-Wittgenberstein',
    'Head of Legal',
    7,
    'female',
    'cold',
  ],
  ['Rui', 'Carvalho', 'Branch Manager', 8, 'male', 'warm'],
  ['Leonor', 'Pinto', 'Marketing Lead', 8, 'female', 'hot'],
  ['Sam', 'Whitlock', 'Consultant', 8, 'nonbinary', 'cold'],
  ['Elif', 'Demir', 'Operations Analyst', 3, 'female', 'warm'],
];

/** name, company, contacts, stage, amount, category */
const DEALS = [
  ['Fleet tracking rollout', 1, [1, 2], 'opportunity', 48000, 'Other'],
  ['Brand refresh', 2, [4], 'opportunity', 9500, 'UI Design'],
  ['Safety handbook', 3, [6], 'opportunity', 12000, 'Copywriting'],
  ['Patient portal', 4, [8, 10], 'proposal-sent', 76000, 'Website design'],
  ['Product launch site', 5, [11], 'proposal-sent', 18500, 'Website design'],
  ['Packaging line', 6, [13, 14], 'in-negociation', 27000, 'Print project'],
  ['Warehouse signage', 7, [15], 'in-negociation', 6400, 'Print project'],
  ['Annual report', 8, [17, 18], 'won', 15000, 'Copywriting'],
  ['Depot map', 1, [3], 'lost', 5200, 'Print project'],
  ['Intranet relaunch', 3, [20], 'delayed', 33000, 'UI Design'],
];

/** contact, type, text, days from today */
const TASKS = [
  [1, 'Call', 'Ask how the pilot trucks are doing', 0],
  [1, 'Email', 'Send the revised quote', 0],
  [1, 'Follow-up', 'Check whether the contract reached legal', 1],
  [3, 'Meeting', 'Walk through the depot map', 1],
  [4, 'Demo', 'Show the new mood boards', 0],
  [6, 'Call', 'Agree on a date for the site visit', 0],
  [8, 'Follow-up', 'Hear back about the portal budget', 1],
  [8, 'Call', 'Confirm who signs', 1],
  [11, 'Lunch', 'Lunch near the station', 1],
  [13, 'Thank you', 'Thank Griet for the plant tour', 0],
  [15, 'Ship', 'Send the signage samples', 1],
  [18, 'None', 'Look up last year’s print run', 0],
];

/** contact, text, days ago, status */
const NOTES = [
  [1, 'Happy with the pilot so far, wants numbers per route before the board meets.', 2, 'warm'],
  [1, 'Prefers a call over mail. Best reached before ten.', 9, 'warm'],
  [3, 'Decides on anything under 10k herself.', 4, 'hot'],
  [4, 'Moving to a bigger studio in spring; signage may follow.', 6, 'warm'],
  [6, 'Site visit needs a safety briefing first.', 1, 'hot'],
  [8, 'Board approves budgets on the first Monday of the month.', 3, 'warm'],
  [11, 'Asked for two references from makers of hardware.', 5, 'hot'],
  [13, 'Plant tour went well. **Bring samples** next time.', 1, 'warm'],
  [17, 'Report went to print on time.', 12, 'warm'],
  [18, 'Would like a shorter version for the branches.', 7, 'hot'],
];

/** @param {string} text */
const slug = (text) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** @param {number} n */
const phone = (n) => `+1 202-555-01${String(n).padStart(2, '0')}`;

/**
 * @param {Date} today
 * @returns {Tables}
 */
export function sampleData(today) {
  /** @param {number} days */
  const moment = (days) => new Date(today.getTime() + days * DAY).toISOString();
  /** @param {number} days */
  const day = (days) => {
    const at = new Date(today.getFullYear(), today.getMonth(), today.getDate() + days);
    const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  };
  const rep = { sales_id: 1 };

  const companies = COMPANIES.map(([name, sector, city, size], i) => ({
    id: i + 1,
    name,
    sector,
    city,
    size,
    website: `https://${slug(String(name))}.test`,
    phone_number: phone(80 + i),
    address: `${10 + i} Harbour Street`,
    zipcode: `${1000 + i * 37}`,
    country: null,
    stateAbbr: null,
    linkedin_url: null,
    description: null,
    revenue: null,
    tax_identifier: null,
    logo: null,
    context_links: null,
    lifecycle_stage: i === 7 ? 'customer' : 'prospect',
    company_type: i === 7 ? 'customer' : 'prospect',
    created_at: moment(-120 + i * 7),
    updated_at: moment(-20),
    ...rep,
  }));

  const contacts = CONTACTS.map(([first, last, title, company, gender, status], i) => {
    const host = `${slug(String(companies[Number(company) - 1].name))}.test`;
    return {
      id: i + 1,
      first_name: first,
      last_name: last,
      title,
      company_id: company,
      gender,
      status,
      email_jsonb: [
        { email: `${slug(String(first))}.${slug(String(last))}@${host}`, type: 'Work' },
        ...(i % 5 === 0 ? [{ email: `${slug(String(first))}${i}@mail.test`, type: 'Home' }] : []),
      ],
      phone_jsonb: [{ number: phone(i + 1), type: 'Work' }],
      linkedin_url: null,
      avatar: null,
      background: i % 3 === 0 ? 'Met at the spring trade fair.' : null,
      has_newsletter: i % 4 === 0,
      tags: i % 6 === 0 ? [1] : [],
      first_seen: moment(-100 + i * 3),
      last_seen: moment(-10 + (i % 9)),
      ...rep,
    };
  });

  /** @type {Record<string, number>} */
  const places = {};
  const deals = DEALS.map(([name, company, people, stage, amount, category], i) => ({
    id: i + 1,
    name,
    company_id: company,
    contact_ids: people,
    stage,
    amount,
    category,
    description: null,
    index: (places[String(stage)] = (places[String(stage)] ?? -1) + 1),
    created_at: moment(-60 + i * 4),
    updated_at: moment(-6 + (i % 5)),
    archived_at: null,
    expected_closing_date: day(14 + i * 5),
    ...rep,
  }));

  const tasks = TASKS.map(([contact, type, text, due], i) => ({
    id: i + 1,
    contact_id: contact,
    company_id: null,
    deal_id: null,
    type,
    text,
    due_date: day(Number(due)),
    done_date: null,
    priority: 'medium',
    status: 'todo',
    index: i,
    assigned_to: 1,
    archived: false,
    archived_at: null,
    created_at: moment(-3),
    updated_at: moment(-3),
    ...rep,
  }));

  const contactNotes = NOTES.map(([contact, text, ago, status], i) => ({
    id: i + 1,
    contact_id: contact,
    text,
    date: moment(-Number(ago)),
    status,
    attachments: null,
    ...rep,
  }));

  return {
    sales: [
      {
        id: 1,
        user_id: USER_ID,
        first_name: 'Robin',
        last_name: 'Vance',
        email: 'robin.vance@foothold.test',
        administrator: true,
        disabled: false,
        avatar: null,
        // With one set, the app does not write the browser's own on first sight.
        locale: 'en',
      },
    ],
    companies: /** @type {Row[]} */ (companies),
    contacts: /** @type {Row[]} */ (contacts),
    deals: /** @type {Row[]} */ (deals),
    tasks: /** @type {Row[]} */ (tasks),
    contactNotes: /** @type {Row[]} */ (contactNotes),
    dealNotes: [
      {
        id: 1,
        deal_id: 4,
        text: 'Proposal sent; two questions open about hosting.',
        date: moment(-2),
        attachments: null,
        ...rep,
      },
    ],
    companyNotes: [],
    taskNotes: [],
    tags: [{ id: 1, name: 'trade fair', color: '#dce7ff' }],
    activities: [],
    invoices: [],
    business_profile: [{ id: 1, name: 'Foothold Studio', onboarding_completed: true, logo: null }],
    init_state: [{ id: 1, is_initialized: 1 }],
  };
}
