// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { BestTile, type BestTileProps } from '../../../components/BestTile';
import { Summary } from '../../../components/Summary';
import { goalOutlook, popup } from './samples';
import { show, words } from './screen';

type Best = BestTileProps['best'];

const plain: Best = {
  kinds: ['call'],
  today: 4,
  bests: {
    day: { count: 9, day: '2026-11-12' },
    week: { count: 21, day: '2026-11-09' },
    month: { count: 71, day: '2026-10-01' },
    checkpoints: [],
  },
  approach: null,
  goFor: null,
  week: { done: 6, toBeat: 21, approach: null },
  checkpoint: null,
};
const byLunch: NonNullable<Best['checkpoint']> = {
  done: 4,
  toBeat: 5,
  approach: null,
  best: { count: 5, day: '2026-11-19' },
  minute: 720,
  anchor: 'lunch',
};

function tile(changes: Partial<Best> = {}) {
  const root = show(<BestTile best={{ ...plain, ...changes }} />);
  const texts = (of: Element, selector: string) =>
    [...of.querySelectorAll(selector)].map((one) => words(one));
  return {
    said: texts(root, '[role="status"] p'),
    rows: [...root.querySelectorAll('li')].map((row) => texts(row, '*').join(' ')),
  };
}

describe('the personal best', () => {
  it('has day, week and month, and says nothing where none is near', () => {
    const { said, rows } = tile();
    expect(rows).toEqual(['Day 9 Thu, Nov 12', 'Week 21 Mon, Nov 9', 'Month 71 October']);
    expect(said).toEqual([]);
  });

  it('names the one to go for, where there is one', () => {
    expect(tile({ goFor: 9 }).said).toEqual(['9 in a day is one to go for.']);
  });

  it('has the best by the next checkpoint, by the name of that', () => {
    expect(tile({ checkpoint: byLunch }).rows.at(-1)).toBe('by lunch 5 Thu, Nov 19');
    const { anchor: _, ...atNoon } = byLunch;
    expect(tile({ checkpoint: atNoon }).rows.at(-1)).toMatch(/^by 12:00 PM 5 /);
  });

  it('announces a week that is near or broken', () => {
    const week = (done: number, approach: 'near' | 'new') =>
      tile({ week: { done, toBeat: 21, approach } }).said;
    expect(week(18, 'near')).toEqual([
      '18 this week; more than 21 is a new best, and within reach.',
    ]);
    expect(week(22, 'new')).toEqual(['22 this week: a new best week.']);
  });

  it('announces the way to a checkpoint that is near or broken', () => {
    const checkpoint = (done: number, approach: 'near' | 'new') =>
      tile({ checkpoint: { ...byLunch, done, approach } }).said;
    expect(checkpoint(4, 'near')).toEqual([
      '4 so far; more than 5 by lunch is a new best, and within reach.',
    ]);
    expect(checkpoint(6, 'new')).toEqual(['6 so far: a new best by lunch.']);
  });

  it('says each that is near, the day first', () => {
    const { said } = tile({
      approach: 'near',
      today: 8,
      week: { done: 18, toBeat: 21, approach: 'near' },
      checkpoint: { ...byLunch, approach: 'near' },
    });
    expect(said.map((one) => one.split(' ')[0])).toEqual(['8', '18', '4']);
  });

  it('has those of everything else at a click, with the checkpoints that say more than the day', () => {
    const { day, week, month } = plain.bests;
    const checkpoints = [
      { count: 3, day: '2026-11-16', minute: 720, anchor: 'lunch' as const },
      { count: 9, day: '2026-11-12', minute: 1020 },
    ];
    const others = [
      { kinds: ['email'] as const, bests: { day, week, month, checkpoints } },
      { kinds: ['note'] as const, bests: { day, week: null, month: null, checkpoints: [] } },
    ];
    const root = show(<BestTile best={plain} others={others} />);
    const more = root.querySelector('details');
    expect(more?.open).toBe(false);
    expect([...(more?.querySelectorAll('section') ?? [])].map((one) => words(one))).toEqual([
      'EmailsDay9Thu, Nov 12Week21Mon, Nov 9Month71Octoberby lunch3Mon, Nov 16',
      'NotesDay9Thu, Nov 12',
    ]);
    expect(show(<BestTile best={plain} />).querySelector('details')).toBeNull();
  });

  it('is not there in the first ten workdays', () => {
    const outlook = {
      goals: [goalOutlook()],
      continuity: { days: 0, frozen: false },
      trap: null,
      otherBests: [],
    };
    const inPopup = (best: Best | null) =>
      show(<Summary {...popup({ outlook: { ...outlook, best } })} />).querySelector('.best');
    expect(inPopup(null)).toBeNull();
    expect(inPopup(plain)).not.toBeNull();
  });
});
