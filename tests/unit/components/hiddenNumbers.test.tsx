// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Dock } from '../../../components/Dock';
import { formatCount } from '../../../components/formatCount';
import { setNumbersHidden, withNumbers } from '../../../components/hiddenNumbers';
import { Panel } from '../../../components/Panel';
import { Summary } from '../../../components/Summary';
import { summaryText } from '../../../components/summaryText';
import { button, click, show, words } from './screen';
import {
  foothold,
  goal,
  now,
  popup,
  recent,
  sidebar,
  sidePanel,
  standing,
  summary,
} from './samples';

beforeEach(() => {
  setNumbersHidden(true);
});
afterEach(() => {
  setNumbersHidden(false);
});

/** Everything somebody can read or hear, but times of day, a calendar's day and what the rep may type. */
function said(root: Element): string {
  const attributes = [...root.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].filter(({ name }) => /^(title|alt|aria-.*)$/.test(name)),
  );
  return [words(root), ...attributes.map(({ value }) => value)]
    .join(' ')
    .replace(/\d+:\d\d/g, '')
    .replace(/\w{3}, \w{3} \d+/g, '');
}

const questions = ['a', 'b', 'c'].map((id) => ({ id, kind: 'call' as const, at: 0 }));
const busy = {
  standing: standing({ goals: [1, 2, 3, 4, 5].map((id) => goal({ id: String(id) })) }),
  questions,
  site: { label: 'Atomic CRM', state: 'counting' as const, unsaved: 2 },
};
const surfaces: readonly [string, () => Element][] = [
  ['the sidebar', () => show(<Dock {...sidebar(busy)} collapsed={false} />)],
  ['the rail', () => show(<Dock {...sidebar(busy)} collapsed />)],
  ['the side panel', () => show(<Panel {...sidePanel(busy)} />)],
  ['the popup', () => show(<Summary {...popup()} />)],
];

describe.each(surfaces)('with numbers hidden, %s', (_name, draw) => {
  it('says none of them', () => {
    expect(said(draw())).not.toMatch(/\d/);
    setNumbersHidden(false);
    expect(said(draw())).toMatch(/\d/);
  });

  it('draws none of them', () => {
    const drawn = (root: Element) =>
      root.querySelectorAll('.steps, .fill, .tick, .line, .curve, .week-days').length;
    expect(drawn(draw())).toBe(0);
    setNumbersHidden(false);
    expect(drawn(draw())).toBeGreaterThan(0);
  });
});

describe('with numbers hidden', () => {
  it.each([
    [4, '•• more calls by 10:30'],
    // "One call" is a number, too.
    [1, '•• more calls by 10:30'],
  ])('%i left is not told from many', (left, text) => {
    const root = show(<Panel {...sidebar({ standing: callsLeft(left) })} />);
    expect(words(root.querySelector('.next strong'))).toMatch(new RegExp(`^${text}`));
  });

  it('a time to come is said by the clock', () => {
    const soon = standing({ foothold: foothold({ due: 'soon' }) });
    const root = show(<Panel {...sidebar({ standing: soon })} />);
    expect(words(root.querySelector('.next strong'))).toMatch(/by 10:30/);
  });

  it('praise keeps its count to itself', () => {
    const before = standing({ foothold: foothold({ size: 3, done: 2 }) });
    show(<Panel {...sidebar({ standing: before })} />);
    const after = standing({ foothold: foothold({ size: 3, done: 3 }) });
    const root = show(<Panel {...sidebar({ standing: after })} />);
    expect(words(root.querySelector('.next [role="status"]'))).toBe('');
  });

  it('what was praised before is not said on', () => {
    setNumbersHidden(false);
    show(
      <Panel {...sidebar({ standing: standing({ foothold: foothold({ size: 3, done: 2 }) }) })} />,
    );
    const after = sidebar({ standing: standing({ foothold: foothold({ size: 3, done: 3 }) }) });
    expect(said(show(<Panel {...after} />))).toMatch(/3 calls done/);
    setNumbersHidden(true);
    expect(said(show(<Panel {...after} />))).not.toMatch(/\d/);
  });

  it('logging, undoing and showing them again are one click each', () => {
    const props = sidebar({ standing: standing({ recent: [recent()] }) });
    show(<Panel {...props} />);
    for (const name of ['Call', 'Undo', 'Show numbers']) click(button(name));
    expect(props.onLog).toHaveBeenCalledExactlyOnceWith('call');
    expect(props.onUndo).toHaveBeenCalledOnce();
    expect(props.onHideNumbers).toHaveBeenCalledOnce();
  });

  it('a copy has them, and they are hidden again after', () => {
    const text = withNumbers(() => summaryText(standing(), summary(), now));
    expect(text).toContain('Today, 7 of 20');
    expect(formatCount(7)).toBe('••');
    expect(() =>
      withNumbers(() => {
        throw new Error('no text');
      }),
    ).toThrow('no text');
    expect(formatCount(7)).toBe('••');
  });
});

/** So many calls left of a foothold of five. */
function callsLeft(left: number) {
  return standing({ foothold: foothold({ size: 5, done: 5 - left }) });
}
