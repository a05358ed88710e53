import type { ActionKind } from '../../domain/action';
import type { Rule, Selector } from '../site';

/** What opens the composer of each kind. */
export type Openers = Readonly<Partial<Record<ActionKind, Selector>>>;

/**
 * One rule a kind, for a composer that does not say what it holds: its button is the same for all of them, so what
 * counts is which of the openers the hand clicked last. A composer that was open already, or stays so, is of no known kind.
 */
export function composerRules(
  openers: Openers,
  rule: Omit<Rule, 'id' | 'kind' | 'intents' | 'opener'> & {
    readonly id: (kind: ActionKind) => Rule['id'];
    readonly send: Selector;
  },
): readonly Rule[] {
  const { id, send, ...rest } = rule;
  const all = Object.values(openers).flat().join(',');
  return Object.entries(openers).map(([kind, opens]) => ({
    ...rest,
    id: id(kind as ActionKind),
    kind: kind as ActionKind,
    opener: [all],
    intents: [
      {
        event: 'click',
        target: send,
        accept: (_, opener) => opener?.matches(opens.join(',')) ?? false,
      },
    ],
  }));
}
