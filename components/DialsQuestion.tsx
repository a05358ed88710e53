import { i18n } from '#i18n';

export interface DialsQuestionProps {
  readonly automatic: boolean;
  readonly onChange: (automatic: boolean) => void;
}

/** Whether a used phone link is asked about, or counts by itself. */
export function DialsQuestion({ automatic, onChange }: DialsQuestionProps) {
  return (
    <div class="editor">
      <label class="check">
        <input
          type="checkbox"
          checked={automatic}
          onChange={(event) => {
            onChange(event.currentTarget.checked);
          }}
        />
        {i18n.t('dials.automatic')}
      </label>
      <p class="hint">{i18n.t('dials.hint')}</p>
    </div>
  );
}
