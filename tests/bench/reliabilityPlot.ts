import type { Bin } from '../../lib/domain/odds/record';

/** The stated and the seen of one set of forecasts. */
export interface Panel {
  readonly title: string;
  readonly lines: readonly { readonly name: string; readonly bins: readonly Bin[] }[];
}

const size = 220;
const gap = 60;
const colours = ['#b5410f', '#256a4b', '#1f5f8b', '#6b6b6b'];

/** A reliability plot: what was stated against the share that was reached, a panel for each set of forecasts, as SVG. */
export function reliabilityPlot(panels: readonly Panel[]): string {
  const width = panels.length * (size + gap) + gap;
  const drawn = panels.map((panel, index) => draw(panel, gap + index * (size + gap), gap));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(size + 2.5 * gap)}" font-family="sans-serif" font-size="11">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

function draw({ title, lines }: Panel, left: number, top: number): string {
  const x = (chance: number) => (left + chance * size).toFixed(1);
  const y = (chance: number) => (top + (1 - chance) * size).toFixed(1);
  const axes = [0, 0.25, 0.5, 0.75, 1].map((tick) => {
    const label = `${String(100 * tick)} %`;
    return [
      `<text x="${x(tick)}" y="${String(top + size + 14)}" text-anchor="middle">${label}</text>`,
      `<text x="${String(left - 4)}" y="${y(tick)}" text-anchor="end" dominant-baseline="middle">${label}</text>`,
    ].join('');
  });
  const curves = lines.map(({ name, bins }, index) => {
    const colour = colours[index % colours.length] ?? '';
    const points = bins.map(({ stated, reached }) => `${x(stated)},${y(reached)}`).join(' ');
    const most = Math.max(...bins.map(({ count }) => count));
    const dots = bins.map(({ stated, reached, count }) => {
      const radius = (2 + 6 * Math.sqrt(count / most)).toFixed(1);
      return `<circle cx="${x(stated)}" cy="${y(reached)}" r="${radius}" fill="${colour}" fill-opacity=".6"><title>${name}: ${String(count)} forecasts</title></circle>`;
    });
    const labelAt = String(top + 14 + 14 * index);
    return [
      `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="1.5"/>`,
      ...dots,
      `<text x="${String(left + 8)}" y="${labelAt}" fill="${colour}">${name}</text>`,
    ].join('');
  });
  return [
    `<text x="${String(left)}" y="${String(top - 12)}" font-size="13" font-weight="bold">${title}</text>`,
    `<rect x="${String(left)}" y="${String(top)}" width="${String(size)}" height="${String(size)}" fill="none" stroke="#999"/>`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#bbb" stroke-dasharray="4 3"/>`,
    ...axes,
    `<text x="${x(0.5)}" y="${String(top + size + 32)}" text-anchor="middle">stated</text>`,
    ...curves,
  ].join('\n');
}
