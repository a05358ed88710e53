import { describe, expect, test } from 'vitest';
import type { ActionKind } from '../../../lib/domain/action';
import { placeOf } from '../../../lib/detect/page';
import { atomic } from '../../../lib/sites/atomic';
import type { Values } from '../../../lib/sites/site';

function kindsOf(
  id: string,
  values: Values,
  captures: Readonly<Record<string, string>> = {},
): readonly ActionKind[] {
  const rule = atomic.rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  if (typeof rule.kind !== 'function') return [rule.kind];
  return rule.kind(values, { evidence: 'request', captures });
}

const is = (value: string, was = value) => ({ is: value, was });

describe('where the rep is', () => {
  test.each([
    ['https://crm.example.com/#/contacts/17/show', 'contact', 'contact/17'],
    ['https://crm.example.com/#/contacts/17', 'contact', 'contact/17'],
    ['https://crm.example.com/#/contacts/17/edit', 'contact', 'contact/17'],
    ['https://crm.example.com/#/contacts/17/show?tab=notes', 'contact', 'contact/17'],
    ['http://localhost/crm/index.html#/deals/3/show', 'opportunity', 'opportunity/3'],
    ['https://crm.example.com/#/companies/9', 'company', 'company/9'],
  ])('%s is about one record', (address, kind, subject) => {
    expect(placeOf(atomic, address)).toMatchObject({ kind, subject });
  });

  test.each([
    ['https://crm.example.com/#/contacts/create', 'contact-create'],
    ['https://crm.example.com/#/deals/create', 'opportunity-create'],
    ['https://crm.example.com/#/contacts?filter=%7B%7D&page=2', 'contacts'],
    ['https://crm.example.com/#/deals', 'board'],
    ['https://crm.example.com/#/', 'dashboard'],
    ['https://crm.example.com/', 'dashboard'],
  ])('%s is about none', (address, kind) => {
    expect(placeOf(atomic, address)).toMatchObject({ kind, subject: undefined });
  });

  test.each([
    'https://crm.example.com/#/settings',
    'https://crm.example.com/#/contacts/x17/show',
    'https://crm.example.com/#/sales/4',
    'https://crm.example.com/#/login',
  ])('%s is nowhere in particular', (address) => {
    expect(placeOf(atomic, address)).toMatchObject({ kind: 'elsewhere', subject: undefined });
  });
});

describe('a task', () => {
  test.each<[string, ActionKind]>([
    ['Call', 'call'],
    ['call', 'call'],
    ['Appel', 'call'],
    ['Cuộc gọi', 'call'],
    ['通話', 'call'],
    ['Email', 'email'],
    ['Correo', 'email'],
    ['Demo', 'meeting'],
    ['Lunch', 'meeting'],
    ['Réunion', 'meeting'],
    ['lucide lucide-phone h-4 w-4', 'call'],
    ['lucide lucide-mail', 'email'],
    ['Thank you', 'task'],
    ['Ship', 'task'],
    ['', 'task'],
  ])('of type “%s”, ticked off, is a %s', (type, kind) => {
    expect(kindsOf('atomic/task', { type: is(type) })).toEqual([kind]);
  });

  test('without a type is a task', () => {
    expect(kindsOf('atomic/task', {})).toEqual(['task']);
  });

  test('that is planned is a follow-up, whatever its type', () => {
    expect(kindsOf('atomic/follow-up', { type: is('Call'), status: is('todo') })).toEqual([
      'follow-up',
    ]);
    expect(kindsOf('atomic/follow-up', {})).toEqual(['follow-up']);
  });

  test('that is saved as done from the start is the deed itself', () => {
    expect(kindsOf('atomic/follow-up', { type: is('Call'), status: is('done') })).toEqual(['call']);
  });

  test('counts on the board only when it lands on done', () => {
    const type = is('lucide-phone');
    expect(kindsOf('atomic/task-on-board', { type }, { to: 'done' })).toEqual(['call']);
    expect(kindsOf('atomic/task-on-board', { type }, { to: 'in_progress' })).toEqual([]);
    expect(kindsOf('atomic/task-on-board', { type })).toEqual([]);
  });

  test('counts in its form only when it becomes done there', () => {
    const type = is('Email');
    const by = (status: Values[string]) => kindsOf('atomic/task-by-form', { type, status });
    expect(by(is('done', 'todo'))).toEqual(['email']);
    expect(by(is('done'))).toEqual([]);
    expect(by(is('todo', 'done'))).toEqual([]);
    expect(kindsOf('atomic/task-by-form', { type })).toEqual([]);
  });
});

describe('a deal', () => {
  test('created is an opportunity, and a win when it was won from the start', () => {
    expect(kindsOf('atomic/opportunity', { stage: is('opportunity') })).toEqual(['opportunity']);
    expect(kindsOf('atomic/opportunity', { stage: is('won') })).toEqual(['opportunity', 'win']);
    expect(kindsOf('atomic/opportunity', {})).toEqual(['opportunity']);
  });

  test('moved on the board is a stage, or a win and then not also a stage', () => {
    expect(kindsOf('atomic/stage-on-board', {}, { to: 'proposal-sent' })).toEqual(['stage']);
    expect(kindsOf('atomic/stage-on-board', {}, { to: 'won' })).toEqual(['win']);
  });

  test('saved in its form counts only when the stage is another', () => {
    const by = (stage: Values[string]) => kindsOf('atomic/stage-by-form', { stage });
    expect(by(is('proposal-sent', 'opportunity'))).toEqual(['stage']);
    expect(by(is('won', 'opportunity'))).toEqual(['win']);
    expect(by(is('won'))).toEqual([]);
    expect(kindsOf('atomic/stage-by-form', {})).toEqual([]);
  });
});
