import { beforeEach, describe, expect, test } from 'vitest';
import { detected, useJournals } from '../journal/open';
import { crm, ours, page, startWorker, useWorkers, type Worker } from './worker';
import { touchesFor } from '../../../lib/background/touchesFor';
import type { Sender } from '../../../lib/messages/sender';
import { siteSettings, switchOff } from '../../../lib/settings/sites';

process.env['TZ'] = 'UTC';

useJournals();
useWorkers();

let worker: Worker;
beforeEach(async () => {
  worker = startWorker();
  await worker.recorder.record(detected({ kinds: ['call'], subject: 'contact/17' }), page);
});
const ask = (message: unknown, sender: Sender = page) =>
  touchesFor(worker.journal, message, sender);
const from = (origin: string) => ({ from: 'page', origin, tab: 4 }) as const;

describe('a page that asks after a record', () => {
  test('is told of its own site’s', async () => {
    expect(await ask('contact/17')).toEqual({ count: 1, daysAgo: 0 });
    expect(await ask('contact/18')).toBeNull();
  });

  test('of another CRM of the same kind has its own contact 17', async () => {
    const other = 'https://other.example.com';
    await siteSettings.set([
      ...(await siteSettings.get()),
      { origin: other, site: 'atomic', on: true },
    ]);
    expect(await ask('contact/17', from(other))).toBeNull();
  });

  test('is told nothing when it speaks for no site, or its site is off', async () => {
    expect(await ask('contact/17', from('https://evil.example.com'))).toBeNull();
    expect(await ask(`${crm} contact/17`, from('https://espo.example.com'))).toBeNull();
    expect(await ask('contact/17', ours)).toBeNull();
    await switchOff(crm);
    expect(await ask('contact/17')).toBeNull();
  });

  test.each([undefined, '', 17, {}, 'x'.repeat(301)])('is told nothing about %j', async (odd) => {
    expect(await ask(odd)).toBeNull();
  });
});
