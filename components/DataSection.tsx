import { i18n } from '#i18n';
import { formatCount } from './formatCount';

export interface DataSectionProps {
  /** Actions in the journal; `null` while it is being counted. */
  readonly count: number | null;
  /** The export is being written. */
  readonly exporting?: boolean;
  readonly onExport: () => void;
}

/** The rep's data, on the rep's machine. */
export function DataSection({ count, exporting = false, onExport }: DataSectionProps) {
  return (
    <div class="editor">
      <p>
        {count === null
          ? i18n.t('data.counting')
          : count === 0
            ? i18n.t('data.none')
            : i18n.t('data.count', count, [formatCount(count)])}
      </p>
      <p class="hint">{i18n.t('data.hint')}</p>
      <div class="acts">
        <button type="button" disabled={!count || exporting} onClick={onExport}>
          {i18n.t(exporting ? 'data.exporting' : 'data.export')}
        </button>
      </div>
    </div>
  );
}
