import { i18n } from '#i18n';

export interface TeachHereProps {
  /** Nothing on this page is counted by itself, so this is worth a sentence. */
  readonly needed: boolean;
  readonly onTeach: () => void;
}

/** The way to count a button that Foothold does not know. */
export function TeachHere({ needed, onTeach }: TeachHereProps) {
  const button = (
    <button type="button" class={needed ? 'go' : 'link'} onClick={onTeach}>
      {i18n.t('teach.start')}
    </button>
  );
  if (!needed) return <p class="teach-here">{button}</p>;
  return (
    <section class="here" aria-label={i18n.t('teach.title')}>
      <p>{i18n.t('teach.hint')}</p>
      <div class="acts">{button}</div>
    </section>
  );
}
