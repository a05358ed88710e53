// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { GoalBar } from '../../../components/GoalBar';
import { setNumbersHidden } from '../../../components/hiddenNumbers';
import { credit } from '../../../lib/domain/credit';
import type { GoalStanding, Rest } from '../../../lib/domain/standing';
import { goal, recent, standing } from './samples';
import { show, words } from './screen';

const span = { first: '2026-11-24', last: '2026-11-24' };
const likely = (p: number, rough = false) => goal({ odds: { p, rough, span } });

function bar(shown: GoalStanding, rest: Rest | null = null) {
  const root = show(<GoalBar goal={shown} rest={rest} />);
  const chip = root.querySelector<HTMLElement>('.chip');
  const told = root.querySelector('[role=progressbar]')?.getAttribute('aria-valuetext');
  return { chip, pill: words(chip), told };
}

afterEach(() => {
  setNumbersHidden(false);
});

describe('the pill of a goal', () => {
  it.each([
    [0.842, '84% likely', false],
    [0.7, '70% likely', false],
    [0.46, '46% likely', true],
    // Until the period is over nothing is certain.
    [0.999, '99% likely', false],
    [0.001, '1% likely', true],
  ])('for %s says %s', (p, text, warm) => {
    const { chip, pill } = bar(likely(p));
    expect(pill).toBe(text);
    expect(chip?.classList.contains('behind')).toBe(warm);
  });

  it.each([
    [0.9, 'likely'],
    [0.5, 'even chance'],
    [0.2, 'a stretch'],
  ])('for a rough %s says %s, and whose figures those are', (p, text) => {
    const { chip, pill, told } = bar(likely(p, true));
    expect(pill).toBe(text);
    expect(chip?.title).toBe('3 to catch up. Rough, from other people’s figures');
    expect(told).toContain(`${text}, Rough, from other people’s figures, 3 to catch up`);
  });

  it('says the pace while no odds are known', () => {
    expect(bar(goal()).pill).toBe('3 to catch up');
  });

  it('keeps the pace for whoever points at it or cannot see it', () => {
    const { chip, told } = bar(likely(0.842));
    expect(chip?.title).toBe('3 to catch up');
    expect(told).toBe('7 of 20, 84% likely, 3 to catch up, good from 18 to 25');
  });

  it('says nothing with numbers hidden, on hold or while the rep rests', () => {
    expect(bar({ ...likely(0.8), hold: {} }).pill).toBe('');
    expect(bar(likely(0.8), 'paused').pill).toBe('');
    setNumbersHidden(true);
    expect(bar(likely(0.8)).pill).toBe('');
  });

  it('never falls by what the page adds up itself, and then says that it is reached', () => {
    const before = standing({ goals: [{ ...likely(0.61), done: 18 }] });
    const one = credit(before, recent({ id: 'a2' }));
    expect(bar(one.goals[0] ?? goal()).pill).toBe('61% likely');
    const two = credit(one, recent({ id: 'a3' }));
    expect(bar(two.goals[0] ?? goal()).pill).toBe('reached');
  });
});
