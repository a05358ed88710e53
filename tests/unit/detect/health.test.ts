// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchLandmarks, type Look } from '../../../lib/detect/health';
import type { Place } from '../../../lib/detect/page';
import type { Site } from '../../../lib/sites/site';
import { siteWith } from './visit';

const site: Site = { ...siteWith(), landmarks: { contact: ['.record', '[data-record]'] } };
const contact: Place = { kind: 'contact', subject: 'contact/17', broken: [] };
const missing = { kind: 'contact', found: false, subject: 'contact/17' };

let life: AbortController;
let looks: Look[];
let broken: string[];
let arrive: (place: Place) => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  document.body.innerHTML = '<main></main>';
  life = new AbortController();
  looks = [];
  broken = [];
  arrive = watch(site);
});

afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const watch = (site: Site) =>
  watchLandmarks(
    window,
    site,
    life.signal,
    (look) => looks.push(look),
    (kind) => broken.push(kind),
  );
/** As long as all looks take. */
const settle = () => vi.advanceTimersByTime(60_000);
const draw = (html: string) => {
  document.body.innerHTML = html;
};
const responds = (...entries: readonly Partial<PerformanceResourceTiming>[]) =>
  vi.spyOn(performance, 'getEntries').mockReturnValue(entries as PerformanceEntryList);

describe('a page whose landmark is there', () => {
  test('is found at the first look, by any alternative, and left alone', () => {
    draw('<p data-record></p>');
    arrive(contact);
    vi.advanceTimersByTime(5_000);
    expect(looks).toEqual([{ ...missing, found: true }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is found when it takes its time', () => {
    arrive(contact);
    vi.advanceTimersByTime(9_000);
    draw('<p class="record"></p>');
    settle();
    expect(looks).toEqual([{ ...missing, found: true }]);
  });
});

describe('a page whose landmark is not there', () => {
  test('is told after the last look, once, and nothing goes on', () => {
    arrive(contact);
    vi.advanceTimersByTime(9_000);
    expect(looks).toEqual([]);
    settle();
    expect(looks).toEqual([missing]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is looked at anew on the next page, and the last one forgotten', () => {
    arrive(contact);
    vi.advanceTimersByTime(9_000);
    arrive({ ...contact, subject: 'contact/18' });
    settle();
    expect(looks).toEqual([{ ...missing, subject: 'contact/18' }]);
  });

  test('is nothing to tell once Foothold is off', () => {
    arrive(contact);
    life.abort();
    expect(vi.getTimerCount()).toBe(0);
    settle();
    expect(looks).toEqual([]);
  });
});

describe('no alarm', () => {
  test.each<[string, () => void]>([
    [
      'while it is loading',
      () => vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading'),
    ],
    [
      'in a tab that nobody looks at',
      () => vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden'),
    ],
    ['offline', () => vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)],
    [
      'at a login',
      () => {
        draw('<form><input type="password"></form>');
      },
    ],
    [
      'while a part of it says that it is busy',
      () => {
        draw('<main aria-busy="true"></main>');
      },
    ],
    [
      'on an error page',
      () => responds({ name: `${location.origin}/contacts/17`, startTime: 0, responseStatus: 404 }),
    ],
    [
      'when the data could not be had',
      () => responds({ name: `${location.origin}/api/17`, startTime: 300, responseStatus: 503 }),
    ],
  ])('%s', (_when, hinder) => {
    arrive(contact);
    hinder();
    settle();
    expect(looks).toEqual([]);
  });

  test('on a page of a kind that is not known or has no landmark', () => {
    arrive({ ...contact, kind: null });
    arrive({ ...contact, kind: 'list' });
    expect(vi.getTimerCount()).toBe(0);
    settle();
    expect(looks).toEqual([]);
  });

  test('is muted by what another host or an earlier page could not get', () => {
    vi.advanceTimersByTime(20_000);
    responds(
      { name: 'https://tracker.test/pixel', startTime: 21_000, responseStatus: 403 },
      { name: `${location.origin}/api/16`, startTime: 1_000, responseStatus: 404 },
      { name: `${location.origin}/api/17`, startTime: 21_000, responseStatus: 200 },
    );
    arrive(contact);
    settle();
    expect(looks).toEqual([missing]);
  });
});

describe('a part of the site that throws', () => {
  const uncaught: unknown[] = [];
  const notice = (event: ErrorEvent) => {
    event.preventDefault();
    uncaught.push(event.error);
  };
  beforeEach(() => {
    uncaught.length = 0;
    window.addEventListener('error', notice);
  });
  afterEach(() => {
    window.removeEventListener('error', notice);
  });

  test('is told where it is a page, once for each address, and the one that it is is looked at', () => {
    arrive({ ...contact, broken: ['deal', 'list'] });
    settle();
    expect(broken).toEqual(['deal', 'list']);
    expect(looks).toEqual([missing]);
  });

  test('is told where it is a page and no other is known', () => {
    arrive({ kind: null, subject: undefined, broken: ['contact'] });
    expect(broken).toEqual(['contact']);
  });

  test('is told where this browser does not know a landmark, which is then neither there nor missing', () => {
    watch({ ...site, landmarks: { contact: ['p:nonsense('] } })(contact);
    expect(settle).not.toThrow();
    expect(broken).toEqual(['contact']);
    expect(looks).toEqual([]);
    expect(uncaught).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
