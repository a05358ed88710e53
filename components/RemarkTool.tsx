import { i18n } from '#i18n';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ActionKind } from '../lib/domain/action';
import { unitsFor } from '../lib/domain/amount';
import { fitting, remarksFor, type Said } from '../lib/domain/remarks';
import type { RecentAction } from '../lib/domain/standing';
import { tagsFor } from '../lib/domain/tags';
import { clockTime } from './clockTime';
import { formatCount } from './formatCount';
import { kindTitle } from './kindTitle';
import { RemarkFields } from './RemarkFields';
import { tagName } from './tagName';
import { TextField } from './TextField';

export interface RemarkToolProps {
  readonly action: RecentAction;
  /** What was typed beside an action. */
  readonly wordsBeside: (id: string) => Promise<string>;
  /** Answers whether it is stored. */
  readonly onRemark: (id: string, said: Said) => Promise<boolean>;
}

interface Opened {
  readonly action: RecentAction;
  readonly words: string;
}

/** What is said about one action so far, and the way to say more. */
export function RemarkTool({ action, wordsBeside, onRemark }: RemarkToolProps) {
  // Rows are places: the one that was opened stays open when another action takes its place.
  const [opened, setOpened] = useState<Opened | null>(null);
  const text = remarkText(action) || i18n.t(offerOf(action.kind));
  async function open() {
    setOpened({ action, words: action.noted ? await wordsBeside(action.id) : '' });
  }
  return (
    <>
      <button
        type="button"
        class="link tagged"
        aria-label={i18n.t('tag.of', [text, nameOf(action)])}
        onClick={() => void open()}
      >
        {text}
      </button>
      {opened && (
        <RemarkSheet
          {...opened}
          onRemark={onRemark}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}

interface RemarkSheetProps extends Opened, Pick<RemarkToolProps, 'onRemark'> {
  readonly onClose: () => void;
}

function RemarkSheet({ action, words, onRemark, onClose }: RemarkSheetProps) {
  const { id, kind } = action;
  const before: Said = { remarks: remarksFor(kind, action), words };
  const title = useId();
  const line = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [said, setSaid] = useState(before);
  const [refused, setRefused] = useState(false);
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    if (!fitting(said.remarks, kind)) return;
    const same = JSON.stringify(said) === JSON.stringify(before);
    if (same || (await onRemark(id, said))) dialog.current?.close();
    else setRefused(true);
  }

  return (
    <dialog ref={dialog} class="page sheet" aria-labelledby={title} onClose={onClose}>
      <form noValidate onSubmit={(event) => void save(event)}>
        <h2 id={title}>{nameOf(action)}</h2>
        <RemarkFields
          kind={kind}
          remarks={said.remarks}
          onChange={(remarks) => {
            setSaid({ ...said, remarks });
          }}
        />
        <TextField
          id={line}
          label={i18n.t('words.mine')}
          hint={i18n.t('words.hint')}
          value={said.words}
          onInput={(typed) => {
            setSaid({ ...said, words: typed });
          }}
        />
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

/** What is asked first where nothing was said yet. */
function offerOf(kind: ActionKind) {
  if (unitsFor(kind).length > 0) return 'amount.count';
  return tagsFor(kind).length > 0 ? 'tag.add' : 'words.add';
}

/** "Connected +1", "30 minutes", "Noted"; empty while nothing was said. */
function remarkText({ tags = [], amount, noted }: RecentAction): string {
  const said = [
    ...(amount
      ? [i18n.t(`amount.of.${amount.unit}`, amount.count, [formatCount(amount.count)])]
      : []),
    ...tags.map(tagName),
    ...(noted ? [i18n.t('words.noted')] : []),
  ];
  const [first = '', ...more] = said;
  return more.length > 0 ? `${first} +${String(more.length)}` : first;
}

/** "Call, 10:04". */
function nameOf({ kind, at, offset }: RecentAction): string {
  return i18n.t('tag.action', [kindTitle(kind, 1), clockTime(at / 60_000 + offset)]);
}
