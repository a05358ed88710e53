// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "disableIframePageLoading": false, "enableIframePageLoading": true } }
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answered, find, pass, rule, siteWith, useFakePage, visit } from './visit';

useFakePage();

const site = siteWith(
  rule({
    intents: [{ event: 'click', target: ['#save'] }],
    confirm: [[{ request: /\/api\/save$/ }], [{ vanishes: ['#composer'] }, { holds: 500 }]],
    within: 10_000,
  }),
);

/** What the frame of the page holds: a document of its own, which the page's own events never reach. */
let inside: Document;

beforeEach(() => {
  inside = document.implementation.createHTMLDocument();
  inside.body.innerHTML = '<div id="composer"><button id="save"></button></div>';
  vi.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockImplementation(() => inside);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function press(event: Event = new MouseEvent('click', { bubbles: true })) {
  inside.querySelector('#save')?.dispatchEvent(event);
}

/** A page into which the frame comes later. */
function visitWithout() {
  const seen = visit(site, '<main></main>');
  return {
    ...seen,
    load() {
      find('main').append(document.createElement('iframe'));
      find('iframe').dispatchEvent(new Event('load'));
    },
  };
}

describe('a composer in a frame of the page’s own origin', () => {
  test('counts, once the frame has loaded', () => {
    const { counted, load } = visitWithout();
    load();
    press();
    answered('/api/save');
    expect(counted).toHaveLength(1);
  });

  test('counts in a frame that was there already', () => {
    const { counted } = visit(site, '<iframe></iframe>');
    press();
    answered('/api/save');
    expect(counted).toHaveLength(1);
  });

  test('counts on where its editor writes the document of the frame anew', () => {
    const listening = vi.spyOn(inside, 'addEventListener');
    const { counted, load } = visitWithout();
    load();
    // `document.open()` takes off all that listens in it.
    for (const ears of listening.mock.calls) inside.removeEventListener(...ears);
    find('iframe').dispatchEvent(new Event('load'));
    press();
    answered('/api/save');
    expect(counted).toHaveLength(1);
  });

  test('counts by its going', () => {
    const { counted, load } = visitWithout();
    load();
    press();
    inside.querySelector('#composer')?.remove();
    pass(1000);
    expect(counted).toMatchObject([{ evidence: 'vanishes' }]);
  });

  test('is timed by the page’s clock, though the frame has one of its own', () => {
    const { counted, ended, load } = visitWithout();
    pass(60_000);
    load();
    const click = new MouseEvent('click', { bubbles: true });
    Object.defineProperty(click, 'timeStamp', { value: 5 });
    press(click);
    pass(5000);
    expect(ended).toEqual([]);
    answered('/api/save');
    expect(counted).toHaveLength(1);
  });

  test('is heard no more once the site is off', () => {
    const { counted, leave, load } = visitWithout();
    load();
    leave();
    press();
    answered('/api/save');
    expect(counted).toEqual([]);
  });
});

describe('typing in a frame', () => {
  const typing = () => {
    const { detector } = visit(site, '<iframe></iframe><input>');
    pass(60_000);
    return detector;
  };
  const focusIn = (selector: string) => {
    find(selector).focus();
  };
  const foreign = () => {
    vi.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockReturnValue(null);
  };

  test('of another origin is heard by nobody, so the focus in it is taken for it', () => {
    foreign();
    const detector = typing();
    expect(detector.typedAt).toBeUndefined();
    focusIn('iframe');
    expect(detector.typedAt).toBe(Date.now());
    pass(10_000);
    expect(detector.typedAt).toBe(Date.now());
    focusIn('input');
    expect(detector.typedAt).toBeUndefined();
  });

  test('of another origin is over when the rep looks at another window', () => {
    foreign();
    const detector = typing();
    focusIn('iframe');
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    expect(detector.typedAt).toBeUndefined();
  });

  test('of the page’s own origin is a key that is heard', () => {
    inside.body.innerHTML = '<textarea></textarea>';
    const detector = typing();
    focusIn('iframe');
    expect(detector.typedAt).toBeUndefined();
    inside
      .querySelector('textarea')
      ?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'a' }));
    expect(detector.typedAt).toBe(Date.now());
  });

  test('of another origin within one of the page’s own is known by the focus, too', () => {
    const own = inside;
    own.body.innerHTML = '<iframe></iframe>';
    const nested = own.querySelector('iframe');
    vi.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockImplementation(function (
      this: HTMLIFrameElement,
    ) {
      return this === nested ? null : own;
    });
    const detector = typing();
    focusIn('iframe');
    vi.spyOn(own, 'activeElement', 'get').mockReturnValue(nested);
    expect(detector.typedAt).toBe(Date.now());
  });
});
