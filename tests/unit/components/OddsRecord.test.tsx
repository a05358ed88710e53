// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { GoalAudit } from '../../../components/GoalAudit';
import { OddsRecord } from '../../../components/OddsRecord';
import type { Resolved } from '../../../lib/domain/odds/recalibration';
import { show, words } from './screen';

const many = (count: number, stated: number, reached: number): Resolved[] =>
  Array.from({ length: count }, (_, index) => ({ stated, reached: index < reached }));

function record(...resolved: Resolved[]) {
  const root = show(<OddsRecord resolved={resolved} />);
  return { text: words(root), image: root.querySelector('svg') };
}

it('says how many of the goals called 80 % were reached', () => {
  const { text } = record(...many(10, 0.81, 8), ...many(5, 0.4, 1));
  expect(text).toContain('Of goals called about 80%, 8 of 10 were reached.');
});

it('tells the chart to those who cannot see it, dot by dot', () => {
  const { image } = record(...many(10, 0.81, 8), ...many(5, 0.4, 1));
  expect(image?.getAttribute('role')).toBe('img');
  expect(image?.getAttribute('aria-label')).toBe(
    'Called about 40%: 1 of 5 reached; Called about 81%: 8 of 10 reached',
  );
  const dots = [...(image?.querySelectorAll('circle') ?? [])];
  expect(dots.map((dot) => Number(dot.getAttribute('cy')).toFixed(0))).toEqual(['160', '40']);
});

it('says so where none was called that', () => {
  expect(record(...many(3, 0.4, 1)).text).toContain('No goal was called about 80% yet.');
});

it('without any says when it will have some', () => {
  const { text, image } = record();
  expect(text).toContain('No record yet.');
  expect(image).toBeNull();
});

it('adds what the rep’s own goals show, and nothing where there were none', () => {
  const audit = { periods: 50, reached: 40, overshoot: 0.124, dropped: 2 };
  expect(words(show(<GoalAudit {...audit} />))).toBe(
    'Your own goals in the last half-year: 40 of 50 periods were reached. What was reached ended at +12% against its target on average. Goals given up: 2.',
  );
  expect(words(show(<GoalAudit {...audit} reached={0} overshoot={null} dropped={0} />))).toBe(
    'Your own goals in the last half-year: 0 of 50 periods were reached.',
  );
  expect(words(show(<GoalAudit periods={0} reached={0} overshoot={null} dropped={0} />))).toBe('');
});
