import { i18n } from '#i18n';
import { useId } from 'preact/hooks';

/** On the page, or beside it with nothing inserted. */
export type Surface = 'page' | 'panel';

export interface SurfaceChoiceProps {
  /** What the choice is for: "LinkedIn", "crm.example.com". */
  readonly of: string;
  readonly surface: Surface;
  /** What the rep should know before choosing. */
  readonly note?: string;
  /** It is not the rep's to choose. */
  readonly locked?: boolean;
  readonly onChange: (surface: Surface) => void;
}

/** Where Foothold shows on a site. */
export function SurfaceChoice({ of, surface, note = '', locked, onChange }: SurfaceChoiceProps) {
  const name = useId();
  return (
    <fieldset class="surface" disabled={locked} aria-describedby={note && `${name}-note`}>
      <legend class="hidden">{i18n.t('surface.of', [of])}</legend>
      {(['page', 'panel'] as const).map((each) => (
        <label key={each} class="check">
          <input
            type="radio"
            name={name}
            checked={surface === each}
            onChange={() => {
              onChange(each);
            }}
          />
          {i18n.t(`surface.${each}`)}
        </label>
      ))}
      {note && (
        <p id={`${name}-note`} class="hint">
          {note}
        </p>
      )}
    </fieldset>
  );
}
