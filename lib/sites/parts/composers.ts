import type { ActionKind } from '../../domain/action';
import type { Rule, Selector } from '../site';

interface Composers {
  readonly id: (kind: ActionKind) => Rule['id'];
  /** What opens the composer of each kind. */
  readonly openers: Readonly<Partial<Record<ActionKind, Selector>>>;
  /** Whatever may open a composer, those of no kind included: after it the button is another's. */
  readonly anyOpener: Selector;
  /** The one button of all of them. */
  readonly send: Selector;
}

/**
 * One rule a kind, for composers that do not say what they hold: their button is the same, so what counts is which of
 * the openers the hand clicked last. Of no known kind is one that was open already or stays so, and each of several that
 * stand open side by side.
 */
export function composerRules(
  { id, openers, anyOpener, send }: Composers,
  rest: Omit<Rule, 'id' | 'kind' | 'intents' | 'opener'>,
): readonly Rule[] {
  return Object.entries(openers).map(([kind, opens]) => ({
    ...rest,
    id: id(kind as ActionKind),
    kind: kind as ActionKind,
    opener: anyOpener,
    intents: [
      {
        event: 'click',
        target: send,
        accept: ({ ownerDocument }, opener) =>
          !!opener?.closest(opens.join()) &&
          [...ownerDocument.querySelectorAll(send.join())].filter((one) =>
            one.checkVisibility({ visibilityProperty: true }),
          ).length === 1,
      },
    ],
  }));
}
