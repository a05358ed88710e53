// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { GoalNotes } from '../../../components/GoalNotes';
import type { GoalOutlook } from '../../../lib/domain/outlook';
import { show, words } from './screen';

function notes(unplannable: number, adjustment: GoalOutlook['adjustment'] = null): string {
  const outlook: GoalOutlook = {
    id: 'g',
    kinds: ['call'],
    done: 4,
    target: 60,
    credit: null,
    reward: null,
    commitment: null,
    missed: false,
    ramp: null,
    stretch: null,
    checkIn: null,
    adjustment,
    adjusted: null,
    afterHold: null,
  };
  const ignore = () => undefined;
  return words(
    show(
      <GoalNotes
        outlook={outlook}
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
    const lower = { move: 'lower', target: 12, from: '2026-11-26' } as const;
    expect(notes(6, lower)).toMatch(/Lower it to 12/);
    expect(notes(6, lower)).not.toMatch(/next review/);
  });
});
