import type { TaughtRule } from '../../../lib/domain/taughtRule';

export function taught(changes: Partial<TaughtRule> = {}): TaughtRule {
  return {
    id: 'taught/a',
    origin: 'https://crm.test',
    kind: 'note',
    name: '',
    on: true,
    button: '#go',
    beside: [],
    place: '/contacts/*',
    proofs: [{ by: 'notice', selector: '[role="alert"]' }],
    ...changes,
  };
}
