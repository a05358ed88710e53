// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { salesforce } from '../../../lib/sites/salesforce';
import { click, find, goTo, look, pass, useFakePage, visit } from '../detect/visit';

useFakePage();

/** happy-dom knows no underscore in the name of a tag. */
function spelt<T>(data: T): T {
  if (typeof data === 'string') return data.replaceAll(/\bruntime_\w+-/g, spell) as T;
  if (Array.isArray(data)) return data.map(spelt) as T;
  if (typeof data !== 'object' || data === null || data instanceof RegExp) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, spelt(value)])) as T;
}
const spell = (name: string) => name.replaceAll('_', '-');
const site = spelt(salesforce);

/** Two records in one document of the console: the address is that of the one in front, the other is not visible. */
const first = { id: 'one', record: '006TEST00000001' };
const second = { id: 'two', record: '006TEST00000002' };
type Tab = typeof first;

const addressOf = ({ record }: Tab) =>
  `https://acme.lightning.force.com/lightning/r/Opportunity/${record}AAA/view`;
const drawn = ({ id }: Tab) => `
  <div id="${id}" class="windowViewMode-normal">
    <runtime-sales-pathassistant-path><button class="slds-path__mark-complete"></button></runtime-sales-pathassistant-path>
    <button data-target-selection-name="sfdc:QuickAction.Opportunity.LogACall"></button>
    <div class="quick-actions-panel"><button class="cuf-publisherShareButton"></button></div>
  </div>`;

describe.each([
  ['are not drawn', 'display: none'],
  ['are there and invisible', 'visibility: hidden'],
])('records of one console, where those behind %s,', (_how, hidden) => {
  function show({ id }: Tab) {
    for (const tab of [first, second])
      find(`#${tab.id}`).setAttribute('style', tab.id === id ? '' : hidden);
  }

  function open() {
    const page = visit(
      site,
      `${drawn(first)}${drawn(second)}<div class="forceToastManager"></div>`,
      addressOf(first),
    );
    show(first);
    return page;
  }

  const turnTo = (tab: Tab) => {
    show(tab);
    goTo(addressOf(tab));
  };
  const says = (place: string) => {
    find(place).insertAdjacentHTML(
      'beforeend',
      '<div class="forceToastMessage" data-key="success">Saved.</div>',
    );
    look();
  };
  const deeds = {
    call: ({ id }: Tab) => {
      click(`#${id} [data-target-selection-name]`);
      click(`#${id} .cuf-publisherShareButton`);
    },
    stage: ({ id }: Tab) => {
      click(`#${id} .slds-path__mark-complete`);
    },
  };

  describe.each(Object.entries(deeds))('a %s', (kind, does) => {
    test.each([
      ['in the middle of the page', () => '.forceToastManager'],
      ['in its own record', ({ id }: Tab) => `#${id}`],
    ])('in each is one for each, by a notice %s', (_where, at) => {
      const { counted } = open();
      for (const tab of [first, second]) {
        turnTo(tab);
        does(tab);
        says(at(tab));
        pass(1000);
      }
      expect(counted.map(({ kinds, subject }) => [...kinds, subject])).toEqual(
        [first, second].map(({ record }) => [kind, `opportunity/${record}`]),
      );
    });

    test.each([
      { one: first, other: second },
      { one: second, other: first },
    ])(
      'in $one.id is not proven by a notice in $other.id, nor when that comes to the front',
      ({ one, other }) => {
        const { counted } = open();
        turnTo(one);
        does(one);
        says(`#${other.id}`);
        expect(counted).toEqual([]);
        turnTo(other);
        look();
        expect(counted).toEqual([]);
      },
    );
  });
});
