import { i18n } from '#i18n';
import type { NoLesson } from '../lib/domain/lesson';

/** Why no button can be counted on this page, in one sentence. */
export function NoLessonNote({ why }: { readonly why: NoLesson }) {
  return (
    <p class="hint no-lesson" role="status">
      {i18n.t(`teach.cannot.${why}`)}
    </p>
  );
}
