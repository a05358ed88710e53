// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { dolibarr } from '../../../lib/sites/dolibarr';
import { frappe } from '../../../lib/sites/frappe';
import { hubspot } from '../../../lib/sites/hubspot';
import { linkedin } from '../../../lib/sites/linkedin';
import { odoo } from '../../../lib/sites/odoo';
import { other } from '../../../lib/sites/other';
import { salesforce } from '../../../lib/sites/salesforce';
import type { Site } from '../../../lib/sites/site';
import { alreadyCounted } from '../../../lib/teach/alreadyCounted';

afterEach(() => {
  document.body.replaceChildren();
});

/** The button is marked with x. */
function isCounted(site: Site, href: string, html: string) {
  document.body.innerHTML = html;
  const button = document.querySelector('[x]');
  if (!button) throw new Error('mark the button with x');
  return alreadyCounted(site, href, button);
}

describe('a button of the site’s own rules', () => {
  it.each([
    [
      'whatever has opened its window',
      hubspot,
      'https://app.hubspot.com/contacts/1/record/0-1/1',
      '<div role="dialog"><button x data-test-id="activity-creator-window-footer-save-button">Save</button></div>',
    ],
    [
      'whatever has opened its panel',
      salesforce,
      'https://acme.lightning.force.com/lightning/r/Lead/00QTEST00000001AAA/view',
      '<div class="quick-actions-panel"><button x class="cuf-publisherShareButton">Save</button></div>',
    ],
    [
      'whatever has opened its popover',
      odoo,
      'https://acme.odoo.com/odoo/crm/17',
      '<div class="o-mail-ActivityMarkAsDone"><button x aria-label="Done">Done</button></div>',
    ],
    [
      'before anything is written',
      linkedin,
      'https://www.linkedin.com/sales/lead/ACwAATEST000001,NAME_SEARCH,a1b2',
      '<form data-x-conversation-widget="compose-form"><textarea name="message"></textarea><button x type="submit">Send</button></form>',
    ],
    [
      'before any comment is written',
      linkedin,
      'https://www.linkedin.com/feed/',
      '<div class="comments-comment-box"><div class="ql-editor"></div><button x class="comments-comment-box__submit-button">Post</button></div>',
    ],
    [
      'by what it submits',
      dolibarr,
      'https://crm.example.com/contact/card.php?action=create',
      '<form action="/contact/card.php"><input type="hidden" name="action" value="add"><input x type="submit" name="save"></form>',
    ],
    [
      'around which the rep points',
      other,
      'https://crm.example.com/people/17',
      '<p x>Call <a href="tel:+12025550101">her</a></p>',
    ],
  ])('is counted already, %s', (_, site, href, html) => {
    expect(isCounted(site, href, html)).toBe(true);
  });

  it('is none where that rule throws, and the site’s others are asked all the same', () => {
    const broken = () => {
      throw new Error('broken');
    };
    const [first, ...rules] = other.rules;
    if (!first) throw new Error('it asks about phone links');
    const throwing = { ...first, intents: [{ ...first.intents[0], accept: broken }] } as const;
    const site = { ...other, rules: [throwing, ...rules] };
    const links = '<a x href="tel:+12025550101">Call</a>';
    expect(isCounted(site, 'https://crm.example.com/people/17', links)).toBe(false);
    const mail = '<a x href="mailto:test@example.com">Write</a>';
    expect(isCounted(site, 'https://crm.example.com/people/17', mail)).toBe(true);
  });

  it('is none that only looks like one of theirs', () => {
    expect(
      isCounted(
        frappe,
        'https://crm.example.com/crm/leads/CRM-LEAD-2026-00001',
        '<button x>Assign</button><div><div contenteditable="true"></div><button>Send</button></div>',
      ),
    ).toBe(false);
  });
});
