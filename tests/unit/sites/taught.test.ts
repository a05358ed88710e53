// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../lib/detect/page';
import { withTaught } from '../../../lib/sites/parts/taught';
import type { Rule, Site } from '../../../lib/sites/site';
import { other } from '../../../lib/sites/other';
import { click, pass, rule, siteWith, submit, useFakePage, visit } from '../detect/visit';
import { taught } from '../teach/taught';

useFakePage();

const form =
  '<form><textarea name="text">Hi</textarea><button id="go">Save</button></form><button>Other</button>';
const notice = () => {
  document.body.insertAdjacentHTML('beforeend', '<p role="alert">Saved</p>');
};

function press(site: Site, html = form) {
  const { counted, asked } = visit(site, html);
  click('#go');
  notice();
  pass(500);
  return { counted, asked };
}

describe('what the rep has taught', () => {
  it('is counted where the site has no name for the page', () => {
    const { counted } = press(withTaught(other, [taught()]));
    expect(counted).toMatchObject([{ kinds: ['note'], rule: 'taught/a', evidence: 'appears' }]);
  });

  it('is counted beside what the site counts, on the kind of page where it was taught', () => {
    const site = withTaught(siteWith(), [taught({ page: 'contact' })]);
    expect(press(site).counted).toMatchObject([{ rule: 'taught/a', subject: 'contact/17' }]);
    expect(press(withTaught(siteWith(), [taught({ page: 'form' })])).counted).toEqual([]);
  });

  it.each([
    ['at an address of another shape', { place: '/deals/*' }],
    ['in a form with other fields', { beside: ['amount'] }],
    ['as one of two', { button: 'button' }],
    ['without its proof', { proofs: [{ by: 'form', selector: 'form' }] as const }],
  ])('is not counted %s', (_, changes) => {
    expect(press(withTaught(other, [taught(changes)])).counted).toEqual([]);
  });

  it('needs all of its proofs', () => {
    const both = taught({
      proofs: [
        { by: 'notice', selector: '[role="alert"]' },
        { by: 'text', selector: 'textarea' },
      ],
    });
    const { counted } = visit(withTaught(other, [both]), form);
    click('#go');
    notice();
    pass(500);
    expect(counted).toEqual([]);
    const text = document.querySelector('textarea');
    if (text) text.value = '';
    pass(500);
    expect(counted).toHaveLength(1);
  });

  it('is asked about where nothing shows that it worked', () => {
    const { counted, asked } = press(withTaught(other, [taught({ proofs: [{ by: 'rep' }] })]));
    expect(counted).toEqual([]);
    expect(asked).toMatchObject([{ kinds: ['note'] }]);
  });

  it('makes a kind of page of an address that it waits for, and phone links are asked about there, too', () => {
    const site = withTaught(other, [
      taught({ proofs: [{ by: 'address', shape: '/calls/*/done' }] }),
    ]);
    const kind = placeOf(site, 'https://crm.test/calls/9/done').kind;
    expect(kind).toBe('at /calls/*/done');
    expect(placeOf(site, 'https://crm.test/calls/9').kind).toBe('elsewhere');
    for (const rule of site.rules) expect(rule.on).toContain(kind);
  });

  describe('beside a rule of the site for the same press', () => {
    const notices = [[{ appears: ['[role="alert"]'] }]] as const;
    function rulesCounting(own: Partial<Rule>) {
      const site = siteWith(rule({ confirm: notices, ...own }));
      const { counted } = visit(withTaught(site, [taught({ page: 'contact' })]), form);
      click('button:last-child');
      click('#go');
      submit('form', '#go');
      notice();
      pass(500);
      return counted.map((action) => action.rule);
    }
    const go = { event: 'click', target: ['#go'] } as const;

    it.each<[string, Partial<Rule>]>([
      ['by its click', {}],
      ['by what it submits', { intents: [{ event: 'submit', target: ['#go'] }] }],
      [
        'by what the rep opened before',
        {
          opener: ['button:last-child'],
          intents: [{ ...go, accept: (_, opener) => opener !== undefined }],
        },
      ],
    ])('leaves it to that one, %s', (_, own) => {
      expect(rulesCounting(own)).toEqual(['test/rule']);
    });

    it.each<[string, Partial<Rule>]>([
      ['only looks like it', { intents: [{ ...go, accept: () => false }] }],
      ['is of another page', { on: ['form'] }],
      [
        'is for a key',
        { intents: [{ event: 'keydown', keys: { key: 'Enter' }, target: ['#go'] }] },
      ],
    ])('is counted where that one %s', (_, own) => {
      expect(rulesCounting(own)).toEqual(['taught/a']);
    });

    it('leaves it to a question, which may be set to count by itself', () => {
      const link = '<a id="go" href="tel:+12025550101">Call</a>';
      const { counted, asked } = press(withTaught(other, [taught()]), link);
      expect(counted).toEqual([]);
      expect(asked).toMatchObject([{ rule: 'other/tel' }]);
    });
  });

  it('changes nothing where there is nothing', () => {
    expect(withTaught(other, [])).toBe(other);
  });
});
