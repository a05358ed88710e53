import { i18n } from '#i18n';

/** Holds the room of the foothold and two goals, so that nothing jumps when they arrive. */
export function Loading() {
  return (
    <div class="loading" role="status" aria-label={i18n.t('panel.loading')}>
      <i class="card" />
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}
