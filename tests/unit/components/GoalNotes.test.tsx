// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { GoalNotes } from '../../../components/GoalNotes';
import type { GoalOutlook } from '../../../lib/domain/outlook';
import { goalOutlook } from './samples';
import { show, words } from './screen';

function notes(unplannable: number, changes: Partial<GoalOutlook> = {}): string {
  const ignore = () => undefined;
  return words(
    show(
      <GoalNotes
        outlook={goalOutlook(changes)}
        reviews={{ blocked: [], last: undefined }}
        unplannable={unplannable}
        onStretch={ignore}
        onBlocker={ignore}
        onAdjust={ignore}
        onOptions={ignore}
      />,
    ),
  );
}

describe('what no day that is left can hold', () => {
  it('is said, and that the next review is for it', () => {
    expect(notes(1)).toBe(
      'Not plannable: 1 is more than the days left can hold. Adjust at the next review.',
    );
    expect(notes(6)).toMatch(/^Not plannable: 6 are more/);
    expect(notes(0)).toBe('');
  });

  it('is not put off to the next review at the review that proposes something', () => {
    const adjustment = { move: 'lower', target: 12, from: '2026-11-26' } as const;
    expect(notes(6, { adjustment })).toMatch(/Lower it to 12/);
    expect(notes(6, { adjustment })).not.toMatch(/next review/);
  });
});

describe('a ramp', () => {
  it.each([
    ['on', 'Step 3 of 10.'],
    ['again', 'Step 3 of 10. Last week’s step is done again.'],
    ['back', 'Step 3 of 10. One step back after two misses.'],
  ] as const)('that went %s says so', (moved, said) => {
    expect(notes(0, { ramp: { step: 3, steps: 10, moved, target: 30 } })).toBe(said);
  });
});

describe('a hold that ended with enough data', () => {
  it('proposes the target that they suggest', () => {
    expect(notes(0, { afterHold: 5 })).toMatch(
      /^Calls: there is enough data now\. 5 would be a target you reach 8 times of 10\./,
    );
  });
});

describe('what a review has planned', () => {
  it.each([
    ['with its reason', 12, 'the list ran dry', 'From Thu, Nov 26: 12 (the list ran dry).'],
    ['without one where it is more', 66, '', 'From Thu, Nov 26: 66.'],
  ])('is said %s', (_, target, reason, said) => {
    expect(notes(0, { adjusted: { from: '2026-11-26', target, reason } })).toBe(said);
  });
});
