// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../lib/detect/page';
import { withTaught } from '../../../lib/sites/parts/taught';
import type { Proof } from '../../../lib/domain/taughtRule';
import type { Rule, Site } from '../../../lib/sites/site';
import { other } from '../../../lib/sites/other';
import {
  answered,
  click,
  find,
  goTo,
  pass,
  rule,
  siteWith,
  submit,
  useFakePage,
  visit,
} from '../detect/visit';
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
    const asking = site.rules.filter(({ id }) => id.startsWith('other/'));
    for (const { on } of asking) expect(on).toContain(kind);
    expect(asking).not.toEqual([]);
  });

  describe('after a press that nothing answered', () => {
    const dialog =
      '<a href="/deals" id="deals">Deals</a><div role="dialog"><button id="x">x</button><textarea>Hi</textarea><button id="go"><b>Save</b></button></div>';
    const wayOf: Record<'form' | 'gone' | 'text' | 'request' | 'notice', Proof> = {
      form: { by: 'form', selector: '[role="dialog"]' },
      gone: { by: 'gone' },
      text: { by: 'text', selector: 'textarea' },
      request: { by: 'request', shape: '/api/Call' },
      notice: { by: 'notice', selector: '[role="alert"]' },
    };
    const closes = () => {
      find('[role="dialog"]').remove();
    };
    const empties = () => {
      find('textarea').textContent = '';
    };
    const goes = () => {
      goTo('https://crm.test/deals');
      closes();
    };
    const asked = () => {
      answered('/api/Call');
    };
    const readsList = () => {
      answered('/api/Call?max=20');
    };
    function countedBy(proof: Proof, ...deeds: readonly (() => void)[]) {
      const { counted } = visit(withTaught(other, [taught({ proofs: [proof] })]), dialog);
      click('#go b');
      for (const deed of deeds) {
        pass(2000);
        deed();
      }
      pass(3000);
      return counted.length;
    }

    it.each([
      ['goes to another page, which takes the form away', wayOf.form, [goes]],
      ['goes to another page, which takes the button away', wayOf.gone, [goes]],
      [
        'follows a link to another record',
        wayOf.gone,
        [
          () => {
            click('#deals');
          },
          closes,
        ],
      ],
      [
        'closes the dialog',
        wayOf.form,
        [
          () => {
            click('#x');
          },
          closes,
        ],
      ],
      [
        'clears the text',
        wayOf.text,
        [
          () => {
            click('textarea');
          },
          empties,
        ],
      ],
      ['reads the list', wayOf.request, [readsList]],
      ['goes to another page, which reads the list', wayOf.request, [goes, asked]],
      ['goes to another page, which says something', wayOf.notice, [goes, notice]],
    ])('is not credited where the rep %s', (_, proof, deeds) => {
      expect(countedBy(proof, ...deeds)).toBe(0);
    });

    it.each([
      ['its dialog closes', wayOf.form, closes],
      ['its button goes', wayOf.gone, closes],
      ['its text goes', wayOf.text, empties],
      ['its request is answered', wayOf.request, asked],
      ['its notice comes', wayOf.notice, notice],
    ])('is counted where %s, pressed twice', (_, proof, deed) => {
      const again = () => {
        click('#go b', 2);
      };
      expect(countedBy(proof, again, deed)).toBe(1);
    });
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
        'throws, and so counts nothing',
        {
          intents: [
            {
              ...go,
              accept: () => {
                throw new Error('broken');
              },
            },
          ],
        },
      ],
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
