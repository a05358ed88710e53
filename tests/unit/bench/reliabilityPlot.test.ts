// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { reliabilityOf } from '../../../lib/domain/odds/record';
import { reliabilityPlot } from '../../bench/reliabilityPlot';

const said = (stated: number, reached: number, count: number) =>
  Array.from({ length: count }, (_, one) => ({ stated, reached: one < reached * count }));
/** 25 % said four times and once true; 80 % said 16 times and half of the time true. */
const { bins } = reliabilityOf([...said(0.25, 0.25, 4), ...said(0.8, 0.5, 16)]);

let svg: Element;
beforeAll(() => {
  const text = reliabilityPlot([
    { title: 'Morning', lines: [{ name: 'odds', bins }] },
    {
      title: 'Week',
      lines: [
        { name: 'odds', bins: [] },
        { name: 'Poisson', bins: bins.slice(0, 1) },
      ],
    },
  ]);
  svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
});

const all = (selector: string) => [...svg.querySelectorAll(selector)];
const numbers = (element: Element | undefined, ...names: readonly string[]) =>
  names.map((name) => Number(element?.getAttribute(name)));
/** The square that a panel is drawn in. */
const square = (panel: number) =>
  numbers(all('rect')[1 + panel], 'x', 'y', 'width', 'height') as [number, number, number, number];
/** Where a stated and a seen share are in it: to the right and upwards. */
function at(panel: number, stated: number, reached: number) {
  const [left, top, width, height] = square(panel);
  return [left + stated * width, top + (1 - reached) * height];
}

describe('the reliability plot', () => {
  it('is an SVG with a square for each set of forecasts, within its edges', () => {
    expect([svg.tagName, svg.namespaceURI]).toEqual(['svg', 'http://www.w3.org/2000/svg']);
    const [width = 0, height = 0] = numbers(svg, 'width', 'height');
    for (const panel of [0, 1]) {
      const [left, top, wide, high] = square(panel);
      expect(wide).toBe(high);
      expect(left + wide).toBeLessThan(width);
      expect(top + high).toBeLessThan(height);
    }
    expect(all('text[font-weight]').map(({ textContent }) => textContent)).toEqual([
      'Morning',
      'Week',
    ]);
  });

  it('has one point for each bin that is not empty, where it was stated and where it came out', () => {
    const points = all('circle').map((circle) => numbers(circle, 'cx', 'cy'));
    expect(points).toEqual([at(0, 0.25, 0.25), at(0, 0.8, 0.5), at(1, 0.25, 0.25)]);
    const lines = all('polyline').map((line) =>
      (line.getAttribute('points') ?? '').split(' ').map((point) => point.split(',').map(Number)),
    );
    expect(lines).toEqual([points.slice(0, 2), [[0]], points.slice(2)]);
  });

  it('says how many forecasts a point stands for, and draws more of them larger', () => {
    expect(all('circle title').map(({ textContent }) => textContent)).toEqual([
      'odds: 4 forecasts',
      'odds: 16 forecasts',
      'Poisson: 4 forecasts',
    ]);
    expect(all('circle').flatMap((circle) => numbers(circle, 'r'))).toEqual([5, 8, 8]);
  });

  it('has the line on which what is stated is what comes', () => {
    expect(all('line').map((line) => numbers(line, 'x1', 'y1', 'x2', 'y2'))).toEqual(
      [0, 1].map((panel) => [...at(panel, 0, 0), ...at(panel, 1, 1)]),
    );
  });
});
