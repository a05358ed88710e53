// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { NextFoothold } from '../../../components/NextFoothold';
import type { Rest, Standing } from '../../../lib/domain/standing';
import { button, click, show, words } from './screen';
import { foothold, goal, now, standing } from './samples';

function card(changes: Partial<Standing>, onOptions = () => {}) {
  return show(
    <NextFoothold
      standing={standing(changes)}
      now={now}
      praise=""
      onOptions={onOptions}
      onNudge={vi.fn()}
    />,
  );
}

const headline = (root: Element) => words(root.querySelector('strong')).replace(/\s?(AM|PM)/, '');
const caption = (root: Element) => words(root.querySelector('.steps + p'));

describe('NextFoothold', () => {
  it('says what is left and by when', () => {
    expect(headline(card({}))).toBe('3 more calls by 10:30');
  });

  it('does not say "more" before the first', () => {
    const root = card({ foothold: foothold({ done: 0, size: 3 }), totals: {} });
    expect(headline(root)).toBe('3 calls by 10:30');
  });

  it('uses what the rep calls a checkpoint', () => {
    expect(headline(card({ foothold: foothold({ anchor: 'lunch' }) }))).toBe(
      '3 more calls by lunch',
    );
    expect(headline(card({ foothold: foothold({ anchor: 'leave', done: 4 }) }))).toBe(
      '1 more call before you leave',
    );
  });

  it('counts the minutes of a near one in steps of five', () => {
    const soon = (minutes: number) =>
      headline(card({ foothold: foothold({ due: 'soon', by: now + minutes * 60_000 }) }));
    expect(soon(25)).toBe('3 more calls in the next 25 minutes');
    expect(soon(21)).toBe('3 more calls in the next 25 minutes');
    expect(soon(-1)).toBe('3 more calls in the next 5 minutes');
    // The working day has a gap in between: the clock says it better.
    expect(soon(70)).toBe('3 more calls by 10:30');
  });

  it('shows the smaller side: done below the middle, left from there', () => {
    expect(caption(card({ foothold: foothold({ done: 2 }) }))).toBe('2 of 5 done');
    expect(caption(card({ foothold: foothold({ done: 3 }) }))).toBe('2 to go');
    expect(caption(card({ foothold: foothold({ done: 2, size: 4 }) }))).toBe('2 to go');
    expect(caption(card({ foothold: foothold({ done: 4 }) }))).toBe('Last one');
  });

  it('says at a click why it is this one, in place of the steps, until the next one comes', () => {
    const why = { due: 8, minute: 720, anchor: 'lunch' } as const;
    const calls = goal({ id: 'calls', today: { target: 20, done: 3 } });
    const asked = { foothold: foothold({ why }), goals: [calls, goal({ id: 'mails' })] };
    const root = card(asked);
    expect(words(root)).not.toContain('due');
    click(button('Why this?'));
    expect(button('Why this?').getAttribute('aria-expanded')).toBe('true');
    expect(words(root)).toContain('Calls: 3 of 8 due by lunch. Odds and your order put it first.');
    expect(root.querySelector('.steps')).toBeNull();
    card({
      ...asked,
      foothold: foothold({ id: 'calls 2', why, reason: 'buffer' }),
      goals: [calls],
    });
    expect(words(root)).not.toContain('due');
    click(button('Why this?'));
    expect(words(root)).toContain('All that is due by lunch is done. One more gives you room.');
    click(button('Why this?'));
    expect(root.querySelector('.steps')).not.toBeNull();
  });

  it('shows a reached one as done', () => {
    const root = card({ foothold: foothold({ done: 5 }) });
    expect(words(root)).toContain('Foothold reached');
    expect(headline(root)).toBe('5 calls done');
    expect(root.querySelectorAll('.steps .on')).toHaveLength(5);
  });

  it.each<[Rest | null, string]>([
    ['no-goals', 'Start with one small goal'],
    ['reached', 'Goals reached'],
    ['day-off', 'Day off'],
    ['after-hours', 'Outside your hours'],
    ['paused', 'Paused for today'],
    [null, 'Nothing due now'],
  ])('rests kindly: %s', (rest, title) => {
    const root = card({ foothold: null, rest });
    expect(headline(root)).toBe(title);
    expect(words(root)).not.toMatch(/behind|missed|fail|!/i);
  });

  it('offers to set a goal', () => {
    const onOptions = vi.fn();
    card({ foothold: null, rest: 'no-goals', goals: [] }, onOptions);
    click(button('Set a goal'));
    expect(onOptions).toHaveBeenCalledOnce();
  });
});
