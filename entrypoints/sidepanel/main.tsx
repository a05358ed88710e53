import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/sidebar.css';
import '../../components/page.css';
import { setNumbersHidden } from '../../components/hiddenNumbers';
import { LearningTimer } from '../../components/LearningTimer';
import { OwnLog } from '../../components/OwnLog';
import { NoLessonNote } from '../../components/NoLessonNote';
import { Panel } from '../../components/Panel';
import { QuietDay } from '../../components/QuietDay';
import { RemarkTool } from '../../components/RemarkTool';
import type { Surface } from '../../components/sidebar';
import { textDirection } from '../../components/textDirection';
import { Tool } from '../../components/Tool';
import { clockReady, now } from '../../lib/clock';
import type { ActionKind } from '../../lib/domain/action';
import type { NoLesson } from '../../lib/domain/lesson';
import { Journal } from '../../lib/journal/database';
import { sendMessage } from '../../lib/messages/protocol';
import type { PageOnScreen } from '../../lib/pages/followPage';
import { remark, wordsBeside } from '../../lib/pages/remark';
import { teachPageInFront } from '../../lib/pages/teach';
import { useItem } from '../../lib/pages/useItem';
import { useNow } from '../../lib/pages/useNow';
import { useOwnLog } from '../../lib/pages/useOwnLog';
import { usePageOnScreen } from '../../lib/pages/usePageOnScreen';
import { useQuietDay } from '../../lib/pages/useQuietDay';
import { useTiming } from '../../lib/pages/useTiming';
import { hideNumbers } from '../../lib/settings/hideNumbers';
import { schedule as scheduleSetting } from '../../lib/settings/schedule';
import { keptOut } from '../../lib/settings/sites';
import { today } from '../../lib/settings/today';
import { Goals } from '../options/Goals';
import { useOwnKinds } from '../options/useOwnKinds';

const journal = new Journal();

type OwnRow = ReturnType<typeof useOwnLog>;

function SidePanel() {
  const time = useNow();
  const schedule = useItem(scheduleSetting);
  const timing = useTiming();
  const page = usePageOnScreen();
  const log = useOwnLog();
  const hidden = useItem(hideNumbers);
  const [changing, setChanging] = useState(false);
  /** Why the lesson that was asked for last did not begin. */
  const [refused, setRefused] = useState<NoLesson | null>(null);
  const own = useOwnKinds();
  const quietDay = useQuietDay(log.standing, schedule && today(schedule, time));
  if (hidden === undefined || !own) return null;
  setNumbersHidden(hidden);
  if (changing)
    return (
      <GoalsPage
        onBack={() => {
          setChanging(false);
        }}
      />
    );
  const shown = page ? onPage(page, log) : onNoPage(log, page === null);
  return (
    <Panel
      {...shown}
      now={now()}
      tools={
        <>
          <Tool
            icon="goals"
            label={i18n.t('panel.goals')}
            onClick={() => {
              setChanging(true);
            }}
          />
          {page && !keptOut(page.view) && (
            <Tool
              icon="point"
              label={i18n.t('teach.start')}
              onClick={() => void teachPageInFront().then(setRefused)}
            />
          )}
          {page && refused && <NoLessonNote why={refused} />}
        </>
      }
      rowTool={(action) => (
        <RemarkTool
          action={action}
          wordsBeside={(id) => wordsBeside(journal, id)}
          onRemark={remark}
        />
      )}
      onHideNumbers={() => void hideNumbers.set(!hidden)}
      onNudge={(reply) => void sendMessage('answerNudge', reply)}
      onOptions={() => void browser.runtime.openOptionsPage()}
    >
      <div class="page">
        {quietDay && <QuietDay {...quietDay} />}
        <OwnLog onLog={shown.onLog} />
        {timing && <LearningTimer {...timing} now={now()} />}
      </div>
    </Panel>
  );
}

/** In the page one only clicks; here one may type. */
function GoalsPage({ onBack }: { readonly onBack: () => void }) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <main class="fh page options beside" dir={textDirection()}>
      <button type="button" ref={back} onClick={onBack}>
        {i18n.t('panel.back')}
      </button>
      {/* The levels of the options, whose part this is. */}
      <h1 class="hidden">{i18n.t('name')}</h1>
      <h2>{i18n.t('options.goals')}</h2>
      <Goals journal={journal} />
    </main>
  );
}

/** What counts on the page says what is shown; from here comes only the rep's hand. */
function onPage({ view: { siteId, company, ...shown }, lend }: PageOnScreen, log: OwnRow) {
  return {
    ...shown,
    onLog: (kind: ActionKind) => {
      lend('onLog', kind);
    },
    onAgain: (yes: boolean) => {
      lend('onAgain', yes);
    },
    onAnswer: (id: string, yes: boolean) => {
      lend('onAnswer', id, yes);
    },
    onUndo: (id: string) => {
      // The page may still hold it back; it may take back its own site's, a page of ours any.
      const itsOwn = shown.standing?.recent.some((row) => row.id === id && row.site === siteId);
      if (itsOwn) lend('onUndo', id);
      else log.onUndo(id);
    },
    ...(!company && {
      onMoveTo: (surface: Surface) => {
        lend('onMoveTo', surface);
      },
      onSwitchOff: () => {
        lend('onSwitchOff');
      },
    }),
    onReport: async () => {
      // The report is to be had where all sites are.
      await browser.runtime.openOptionsPage();
      return false;
    },
  };
}

/** Logging belongs to no record, and a site is neither counted nor to be switched off. */
function onNoPage({ unsaved, ...log }: OwnRow, sure: boolean) {
  const state = sure ? ('none' as const) : ('opening' as const);
  return {
    ...log,
    record: null,
    questions: [],
    site: { label: '', state, unsaved },
    onAnswer: () => undefined,
  };
}

document.documentElement.lang = browser.i18n.getUILanguage();
await clockReady;
void sendMessage('refresh');
render(<SidePanel />, document.body);
