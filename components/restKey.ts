import type { Standing } from '../lib/domain/standing';

const keys = {
  'no-goals': 'empty',
  reached: 'reached',
  'day-off': 'off',
  'after-hours': 'closed',
  paused: 'paused',
  held: 'held',
} as const;

/** Which words describe a standing without a foothold. */
export function restKey({
  rest,
}: Pick<Standing, 'rest'>): (typeof keys)[keyof typeof keys] | 'clear' {
  return rest ? keys[rest] : 'clear';
}
