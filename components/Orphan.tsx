import { i18n } from '#i18n';
import { formatCount } from './formatCount';
import { Icon } from './Icon';
import { textDirection } from './textDirection';

/**
 * What a script can still say once an update has cut it off from its extension: the texts are gone with the rest, so
 * they are read in good time.
 */
export function orphanTexts() {
  const unsaved = i18n.t('site.notSaved', ['#']);
  return {
    name: i18n.t('name'),
    refresh: i18n.t('site.orphaned'),
    direction: textDirection(),
    unsaved: (count: number) => unsaved.replace('#', formatCount(count)),
  };
}

export interface OrphanProps {
  readonly texts: ReturnType<typeof orphanTexts>;
  readonly side: 'left' | 'right';
  /** Actions that cannot be stored from here. */
  readonly unsaved: number;
}

/** In the place of the sidebar: it can count no more, and a refresh brings it back. */
export function Orphan({ texts, side, unsaved }: OrphanProps) {
  return (
    <div class={`fh dock ${side}`}>
      <aside class="fh panel orphan" dir={texts.direction} aria-label={texts.name}>
        <header class="head">
          <Icon name="peak" />
          <b>{texts.name}</b>
        </header>
        <footer class="foot orphaned">
          <p role="status">
            <span>{texts.refresh}</span>
            {unsaved > 0 && <span>{texts.unsaved(unsaved)}</span>}
          </p>
        </footer>
      </aside>
    </div>
  );
}
