// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { ReviewCard } from '../../../components/ReviewCard';
import type { GoalOutlook } from '../../../lib/domain/outlook';
import type { Blocker, Review } from '../../../lib/domain/review';
import { goalOutlook } from './samples';
import { button, click, show, words } from './screen';

function card(changes: Partial<GoalOutlook>, blocked: readonly Blocker[] = [], last?: Review) {
  const outlook = goalOutlook({ checkIn: { done: 4, planned: 30 }, ...changes });
  const props = { outlook, reviews: { blocked, last }, onBlocker: vi.fn(), onAdjust: vi.fn() };
  return { root: show(<ReviewCard {...props} />), ...props };
}

const lower = {
  move: 'lower',
  target: 12,
  from: '2026-11-26',
  until: '2026-11-29',
} as const;

describe('a review', () => {
  it('is nothing on other days', () => {
    expect(words(card({ checkIn: null }).root)).toBe('');
  });

  it('that is met asks for nothing', () => {
    const { root } = card({ checkIn: { done: 31, planned: 30 } });
    expect(words(root)).toBe('Review: 31 done, the plan had 30 by now. Well done.');
  });

  it('reminds of what was to change when the goal was raised', () => {
    expect(words(card({ change: 'list' }).root)).toContain('What was to change: another list.');
    expect(words(card({ change: 'list', adjustment: lower }).root)).toContain('another list.');
  });

  it('that is missed asks what blocked, and knows what did the last time', () => {
    const last: Review = { goal: 'g', day: '2026-11-20', blocked: ['answers', 'list'] };
    const { root, onBlocker } = card({}, ['time'], last);
    expect(words(root)).toMatch(
      /^Review: 4 done, the plan had 30 by now\.Last time, Fri, Nov 20: many said no and the list ran dry\./,
    );
    expect(button('other work came first').getAttribute('aria-pressed')).toBe('true');
    expect(button('many said no').getAttribute('aria-pressed')).toBe('false');
    click(button('many said no'));
    expect(onBlocker).toHaveBeenCalledExactlyOnceWith('answers');
  });

  it('lowers a target that is out of reach at one click, with what blocked as its reason', () => {
    const unsaid = card({ adjustment: lower });
    expect(words(unsaid.root)).toContain(
      'Calls: 60 is out of reach. Lower it to 12 from Thu, Nov 26, until the period is over?',
    );
    click(button('Lower to 12'));
    expect(words(unsaid.root.querySelector('[role=alert]'))).toMatch(/^First say what blocked/);
    expect(unsaid.onAdjust).not.toHaveBeenCalled();

    const said = card({ adjustment: lower }, ['reach', 'away']);
    click(button('Lower to 12'));
    expect(said.onAdjust).toHaveBeenCalledExactlyOnceWith('few were reached and I was away');
  });

  it('that ends a period has the number for the next one, and raises to it at one click', () => {
    const next = {
      move: 'raise',
      target: 66,
      from: '2026-11-30',
      odds: { present: 0.97, then: 0.82 },
    } as const;
    const { root, onAdjust } = card({ checkIn: { done: 61, planned: 60 }, next });
    expect(words(root)).toContain('Calls: from Mon, Nov 30, 60 is 97% likely, 66 is 82% likely.');
    expect(words(root)).not.toContain('What blocked?');
    click(button('Raise to 66'));
    expect(onAdjust).toHaveBeenCalledExactlyOnceWith('');
  });

  it('lowers to the number for the next period once it is said what blocked', () => {
    const next = {
      move: 'lower',
      target: 52,
      from: '2026-11-30',
      odds: { present: 0.48, then: 0.81 },
    } as const;
    const unsaid = card({ next });
    expect(words(unsaid.root)).toContain('52 is 81% likely. What blocked?');
    click(button('Lower to 52'));
    expect(words(unsaid.root.querySelector('[role=alert]'))).toMatch(/^First say what blocked/);
    expect(unsaid.onAdjust).not.toHaveBeenCalled();
    const said = card({ next }, ['list']);
    click(button('Lower to 52'));
    expect(said.onAdjust).toHaveBeenCalledExactlyOnceWith('the list ran dry');
  });

  it('lets a goal rest that nothing can be said of', () => {
    const { root } = card({ adjustment: { move: 'hold', from: '2026-11-26' } }, ['away']);
    expect(words(root)).toContain('from Thu, Nov 26, until there are 10 workdays of data?');
    expect(button('Hold')).toBeDefined();
  });
});
