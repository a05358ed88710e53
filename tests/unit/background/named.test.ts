import { expect, test } from 'vitest';
import { named } from '../../../lib/background/named';
import { detected } from '../journal/open';

const crm = 'https://crm.example.com';

test('a record is of its CRM, and so is what may count only once', () => {
  const once = { key: 'atomic/note contact/$17', per: 'day' } as const;
  expect(named(detected({ subject: 'contact/$17', once }), crm)).toMatchObject({
    subject: `${crm} contact/$17`,
    once: { key: `${crm} atomic/note contact/$17`, per: 'day' },
  });
});

test('of a record with two names the first leads, in what may count only once too', () => {
  const once = { key: 'linkedin/sales-connection profile/$& lead/A', per: 'day' } as const;
  expect(named(detected({ subject: 'profile/$& lead/A', once }), crm)).toMatchObject({
    subject: `${crm} profile/$&`,
    also: [`${crm} lead/A`],
    once: { key: `${crm} linkedin/sales-connection profile/$&` },
  });
});

test('what is about no record stays about none', () => {
  const { subject: _, ...nobody } = detected({ once: { key: 'a 1', per: 'ever' } });
  expect(named(nobody, crm)).not.toHaveProperty('subject');
  expect(named(nobody, crm).once?.key).toBe(`${crm} a 1`);
});
