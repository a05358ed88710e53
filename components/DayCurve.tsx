import { i18n } from '#i18n';
import type { CurvePoint, Summary } from '../lib/domain/summary';
import { clockTime } from './clockTime';
import { formatCount } from './formatCount';
import { planAt } from './planAt';

export interface DayCurveProps {
  readonly summary: Pick<Summary, 'curve' | 'plan' | 'done' | 'asked' | 'minute'>;
}

const width = 320;
const height = 104;
const pad = 6;

/** What was done over the day, against the plan. */
export function DayCurve({ summary: { curve, plan, done, asked, minute } }: DayCurveProps) {
  const minutes = [...curve, ...plan].map((point) => point.minute);
  const start = Math.min(...minutes, minute);
  const end = Math.max(...minutes, start + 60);
  // Late in the evening the day's work is over: the curve stops where its picture does.
  const now = Math.min(minute, end);
  const top = Math.max(done, asked, 1);
  const x = (at: number) => write(pad + ((at - start) / (end - start)) * (width - 2 * pad));
  const y = (count: number) => write(height - pad - (count / top) * (height - 2 * pad));
  const from = Math.min(plan[0]?.minute ?? now, curve[0]?.minute ?? now, now);
  const steps = `M${x(from)} ${y(0)}${curve.map((point) => `H${x(point.minute)}V${y(point.count)}`).join('')}H${x(now)}`;
  return (
    <figure class="curve">
      <svg viewBox="0 0 320 104" role="img" aria-label={curveText({ done, asked, minute, plan })}>
        <path class="ground" d={`M${x(start)} ${y(0)}H${x(end)}`} />
        <path class="area" d={`${steps}V${y(0)}Z`} />
        <path class="plan" d={line(plan, x, y)} />
        <path class="done" d={steps} />
        <circle class="now" cx={x(now)} cy={y(done)} r="4" />
      </svg>
      <figcaption aria-hidden="true">
        <span>{clockTime(start)}</span>
        <span class="key done">{i18n.t('curve.done')}</span>
        {plan.length > 0 && <span class="key plan">{i18n.t('curve.plan')}</span>}
        <span>{clockTime(end)}</span>
      </figcaption>
    </figure>
  );
}

function curveText({
  done,
  asked,
  minute,
  plan,
}: Pick<Summary, 'done' | 'asked' | 'minute' | 'plan'>): string {
  return plan.length
    ? i18n.t('curve.text', [
        formatCount(done),
        formatCount(asked),
        formatCount(Math.round(planAt(plan, minute))),
        clockTime(minute),
      ])
    : i18n.t('curve.free', [formatCount(done), clockTime(minute)]);
}

function line(
  points: readonly CurvePoint[],
  x: (minute: number) => string,
  y: (count: number) => string,
): string {
  return points
    .map(({ minute, count }, index) => `${index ? 'L' : 'M'}${x(minute)} ${y(count)}`)
    .join('');
}

function write(value: number): string {
  return String(Math.round(value * 10) / 10);
}
