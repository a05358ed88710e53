import { i18n } from '#i18n';
import { useId } from 'preact/hooks';
import type { ActionKind } from '../lib/domain/action';
import { callOutcomes, isOutcome, qualities, tagsFor, type Tag } from '../lib/domain/tags';
import { tagName } from './tagName';

export interface TagFieldsProps {
  readonly kind: ActionKind;
  readonly tags: readonly Tag[];
  readonly onChange: (tags: readonly Tag[]) => void;
}

/** What the rep can say about the quality of an action; nothing where nobody is at the other end. */
export function TagFields({ kind, tags, onChange }: TagFieldsProps) {
  const id = useId();
  const possible = tagsFor(kind);
  if (possible.length === 0) return null;
  /** In the order of all tags, whichever was chosen first. */
  const say = (chosen: readonly (Tag | undefined)[]) => {
    onChange(possible.filter((tag) => chosen.includes(tag)));
  };
  return (
    <div class="tags">
      {possible.some(isOutcome) && (
        <div role="radiogroup" aria-label={i18n.t('tag.outcome')}>
          {[undefined, ...callOutcomes].map((outcome) => (
            <label key={outcome}>
              <input
                type="radio"
                name={id}
                checked={tags.find(isOutcome) === outcome}
                onChange={() => {
                  say([outcome, ...tags.filter((tag) => !isOutcome(tag))]);
                }}
              />
              {outcome ? tagName(outcome) : i18n.t('tag.unsaid')}
            </label>
          ))}
        </div>
      )}
      <div role="group" aria-label={i18n.t('tag.quality')}>
        {qualities.map((quality) => (
          <label key={quality}>
            <input
              type="checkbox"
              checked={tags.includes(quality)}
              onChange={(event) => {
                const without = tags.filter((tag) => tag !== quality);
                say(event.currentTarget.checked ? [...without, quality] : without);
              }}
            />
            {tagName(quality)}
          </label>
        ))}
      </div>
    </div>
  );
}
