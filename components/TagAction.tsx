import { i18n } from '#i18n';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RecentAction } from '../lib/domain/standing';
import { tagsFor, type Tag } from '../lib/domain/tags';
import { clockTime } from './clockTime';
import { kindTitle } from './kindTitle';
import { TagFields } from './TagFields';
import { tagName } from './tagName';

export interface TagActionProps {
  readonly action: RecentAction;
  /** Answers whether it is stored. */
  readonly onTag: (id: string, tags: readonly Tag[]) => Promise<boolean>;
}

/** What is said about one action so far, and the way to say more. */
export function TagAction({ action, onTag }: TagActionProps) {
  // Rows are places: the one that was opened stays open when another action takes its place.
  const [opened, setOpened] = useState<RecentAction | null>(null);
  const { kind, tags: [first, ...more] = [] } = action;
  if (tagsFor(kind).length === 0 && !opened) return null;
  const text = first
    ? [tagName(first), more.length > 0 && `+${String(more.length)}`].filter(Boolean).join(' ')
    : i18n.t('tag.add');
  return (
    <>
      <button
        type="button"
        class="link tagged"
        aria-label={i18n.t('tag.of', [text, nameOf(action)])}
        onClick={() => {
          setOpened(action);
        }}
      >
        {text}
      </button>
      {opened && (
        <TagSheet
          action={opened}
          onTag={onTag}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}

function TagSheet({ action, onTag, onClose }: TagActionProps & { readonly onClose: () => void }) {
  const { id, kind, tags: before = [] } = action;
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [tags, setTags] = useState(before);
  const [refused, setRefused] = useState(false);
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    const same = tags.length === before.length && tags.every((tag) => before.includes(tag));
    if (same || (await onTag(id, tags))) dialog.current?.close();
    else setRefused(true);
  }

  return (
    <dialog ref={dialog} class="page sheet" aria-labelledby={title} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <h2 id={title}>{nameOf(action)}</h2>
        <TagFields kind={kind} tags={tags} onChange={setTags} />
        {refused && (
          <p class="problem" role="alert">
            {i18n.t('tag.refused')}
          </p>
        )}
        <div class="acts">
          <button type="submit" class="go">
            {i18n.t('tag.save')}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {i18n.t('tag.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** "Call, 10:04". */
function nameOf({ kind, at, offset }: RecentAction): string {
  return i18n.t('tag.action', [kindTitle(kind, 1), clockTime(at / 60_000 + offset)]);
}
