import { i18n } from '#i18n';
import type { Saving } from './useSaving';

/** What became of a form that was saved, in a sentence of its own. */
export function SavedNote({
  saving,
  text,
  lost = i18n.t('form.lost'),
}: {
  readonly saving: Saving;
  /** Said once it is stored. */
  readonly text: string;
  /** Said when it could not be. */
  readonly lost?: string;
}) {
  return (
    <>
      {saving === 'lost' && (
        <p class="problem" role="alert">
          {lost}
        </p>
      )}
      <p role="status" class={saving === 'stored' ? 'saved' : 'quiet'}>
        {saving === 'stored' && text}
      </p>
    </>
  );
}
