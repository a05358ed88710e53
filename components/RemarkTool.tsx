import { i18n } from '#i18n';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { unitsFor } from '../lib/domain/amount';
import { fitting, remarksFor, type Remarks } from '../lib/domain/remarks';
import type { RecentAction } from '../lib/domain/standing';
import { tagsFor } from '../lib/domain/tags';
import { clockTime } from './clockTime';
import { formatCount } from './formatCount';
import { kindTitle } from './kindTitle';
import { RemarkFields } from './RemarkFields';
import { tagName } from './tagName';

export interface RemarkToolProps {
  readonly action: RecentAction;
  /** Answers whether it is stored. */
  readonly onRemark: (id: string, remarks: Remarks) => Promise<boolean>;
}

/** What is said about one action so far, and the way to say more. */
export function RemarkTool({ action, onRemark }: RemarkToolProps) {
  // Rows are places: the one that was opened stays open when another action takes its place.
  const [opened, setOpened] = useState<RecentAction | null>(null);
  const measured = unitsFor(action.kind).length > 0;
  const offered = measured || tagsFor(action.kind).length > 0;
  const text = remarkText(action) || i18n.t(measured ? 'amount.count' : 'tag.add');
  return (
    <>
      {offered && (
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
      )}
      {opened && (
        <RemarkSheet
          action={opened}
          onRemark={onRemark}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}

function RemarkSheet({
  action,
  onRemark,
  onClose,
}: RemarkToolProps & { readonly onClose: () => void }) {
  const { id, kind } = action;
  const before = remarksFor(kind, action);
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [remarks, setRemarks] = useState(before);
  const [refused, setRefused] = useState(false);
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    if (!fitting(remarks, kind)) return;
    const same = JSON.stringify(remarks) === JSON.stringify(before);
    if (same || (await onRemark(id, remarks))) dialog.current?.close();
    else setRefused(true);
  }

  return (
    <dialog ref={dialog} class="page sheet" aria-labelledby={title} onClose={onClose}>
      <form noValidate onSubmit={(event) => void save(event)}>
        <h2 id={title}>{nameOf(action)}</h2>
        <RemarkFields kind={kind} remarks={remarks} onChange={setRemarks} />
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

/** "Connected +1", "30 minutes"; empty while nothing was said. */
function remarkText({ tags: [first, ...more] = [], amount }: Remarks): string {
  if (amount) return i18n.t(`amount.of.${amount.unit}`, amount.count, [formatCount(amount.count)]);
  if (!first) return '';
  return more.length > 0 ? `${tagName(first)} +${String(more.length)}` : tagName(first);
}

/** "Call, 10:04". */
function nameOf({ kind, at, offset }: RecentAction): string {
  return i18n.t('tag.action', [kindTitle(kind, 1), clockTime(at / 60_000 + offset)]);
}
