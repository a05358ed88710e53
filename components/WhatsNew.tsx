import { i18n } from '#i18n';

export interface WhatsNewProps {
  /** A sentence; empty when there is nothing to say. */
  readonly news: string;
  readonly onDismiss: () => void;
}

/** What an update brought, said once and put away with one click. */
export function WhatsNew({ news, onDismiss }: WhatsNewProps) {
  return news ? (
    <div class="news">
      <p>{news}</p>
      <button type="button" class="link" onClick={onDismiss}>
        {i18n.t('news.dismiss')}
      </button>
    </div>
  ) : null;
}
