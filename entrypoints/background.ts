import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { setNumbersHidden } from '../components/hiddenNumbers';
import { taughtName } from '../components/taughtName';
import { setOwnKinds } from '../components/ownKinds';
import { nudgeText } from '../components/nudgeText';
import sidebarCss from '../components/sidebar.css?inline';
import tokensCss from '../components/tokens.css?inline';
import { flashBadge } from '../lib/background/flashBadge';
import { lookAtGuessed } from '../lib/background/guessedSites';
import { HealthRecorder } from '../lib/background/healthRecorder';
import {
  giveBackHosts,
  injectIntoOpenTabs,
  registerSites,
  teachOpenTabs,
} from '../lib/background/lifecycle';
import { PolicyKeeper } from '../lib/background/policyKeeper';
import { collectUndelivered, watchOutboxes } from '../lib/background/postman';
import { openEntry, openFoothold, placeMenu, teachEntry } from '../lib/background/menu';
import { Notifier } from '../lib/background/notifier';
import { Nudger, ruleCommand } from '../lib/background/nudger';
import { Projector, standingAlarm } from '../lib/background/projector';
import { QuickLog } from '../lib/background/quickLog';
import { Recorder } from '../lib/background/recorder';
import { Teaching } from '../lib/background/teaching';
import { touchesFor } from '../lib/background/touchesFor';
import { today } from '../lib/settings/today';
import { clockReady, isClockChange, now } from '../lib/clock';
import { isCompanyGoal } from '../lib/domain/companyGoal';
import { defaultGoals } from '../lib/domain/goal';
import { Journal, openForWriting } from '../lib/journal/database';
import { plantFirstGoals, saveGoals } from '../lib/journal/goals';
import { rebuildTallies } from '../lib/journal/actions';
import { onMessage } from '../lib/messages/protocol';
import { goalVersions } from '../lib/messages/schema';
import { noteRefusedLesson } from '../lib/messages/refusedLesson';
import { senderOf, type RawSender, type Sender } from '../lib/messages/sender';
import { openPanel, panelCommand } from '../lib/pages/openPanel';
import { companyPolicy } from '../lib/settings/policy';
import { hideNumbers } from '../lib/settings/hideNumbers';
import { ownKinds } from '../lib/settings/ownKinds';
import { foundKinship } from '../lib/settings/kinship';
import { noteUpdate } from '../lib/settings/news';
import { schedule } from '../lib/settings/schedule';
import { moveTo, parseSites, switchOff } from '../lib/settings/sites';
import { storedStanding } from '../lib/settings/standing';

/** Every listener is registered at once, because the event that woke the worker is delivered right after. */
export default defineBackground({
  type: 'module',
  main() {
    const journal = new Journal();
    const nudger = new Nudger(journal);
    const projector = new Projector(journal, nudger, (before, after) => {
      void notifier.look(before, after).catch(reportError);
    });
    const health = new HealthRecorder(journal, async () => {
      setOwnKinds(await ownKinds.get());
      return taughtName;
    });
    const recorder = new Recorder(journal, projector, (action) => {
      void health.confirm(action).catch(reportError);
    });
    const policy = new PolicyKeeper(journal);
    const teaching = new Teaching();
    const quickLog = new QuickLog(journal, recorder);
    const answerNudge = async (answer: unknown, sender: Sender) => {
      await clockReady;
      const first = await nudger.answer(answer, sender);
      void project().catch(reportError);
      return first;
    };
    const notifier = new Notifier(recorder, {
      words: async (nudge) => {
        setNumbersHidden(await hideNumbers.get());
        setOwnKinds(await ownKinds.get());
        return nudgeText(nudge);
      },
      answer: (at, answer) => answerNudge({ at, answer }, { from: 'extension' }),
    });
    notifier.listen();
    const ready = start();

    async function start() {
      await openSessionToPages();
      await clockReady;
      // Company targets come first: with them there is a plan already.
      await policy.apply().catch(reportError);
      await plantGoals().catch(reportError);
      await collectUndelivered(recorder).catch(reportError);
    }

    async function plantGoals() {
      await openForWriting(journal);
      await plantFirstGoals(journal, defaultGoals(today(await schedule.get(), now())));
    }

    const setUp = async (updated: boolean) => {
      await ready;
      // A cache from another build may count differently.
      if (updated) await rebuildTallies(journal).catch(reportError);
      if (updated) await health.startOver().catch(reportError);
      await project().catch(reportError);
    };

    /** The menu has no place for words: the popup says why nothing begins. */
    const teach = async (tab: number) => {
      const refused = await teaching.begin(tab);
      if (!refused) return;
      await noteRefusedLesson(refused);
      await openFoothold();
    };

    const project = async () => {
      await ready;
      await projector.project();
      return true;
    };

    const collect = () => {
      void ready.then(() => collectUndelivered(recorder)).catch(reportError);
    };
    watchOutboxes(collect);

    const showRule = async (tabId: number | undefined) => {
      nudger.askForRule();
      await project();
      const shows = (await storedStanding.get())?.nudge?.reason === 'cue';
      if (tabId !== undefined) await flashBadge(tabId, shows ? '✓' : '?');
    };

    onMessage('enter', ({ sender }) => {
      // The page before this one may have left while its last action was on its way.
      collect();
      const who = whoIs(sender);
      const tab = sender.tab?.id ?? -1;
      if (who.from === 'page') {
        void lookAtGuessed(tab, who.origin).catch(reportError);
        void teaching.goOn(tab, who.origin).catch(reportError);
      }
      return { tab, style: tokensCss + sidebarCss };
    });
    onMessage('record', async ({ data, sender }) => {
      await clockReady;
      return recorder.record(data, whoIs(sender));
    });
    onMessage('undo', async ({ data, sender }) => {
      await clockReady;
      return recorder.undo(data, whoIs(sender));
    });
    onMessage('outcomes', async ({ data, sender }) => {
      await clockReady;
      return health.record(data, whoIs(sender));
    });
    onMessage('report', async ({ sender }) => {
      await clockReady;
      return health.report(whoIs(sender));
    });
    onMessage('touches', async ({ data, sender }) => {
      await clockReady;
      return touchesFor(journal, data, whoIs(sender));
    });
    onMessage('refresh', project);
    onMessage('switchOff', async ({ sender }) => {
      const who = whoIs(sender);
      if (who.from === 'page') await switchOff(who.origin);
      return who.from === 'page';
    });
    onMessage('moveTo', async ({ data, sender }) => {
      const who = whoIs(sender);
      if (who.from !== 'page') return false;
      // The side panel wants the click that this came from, so it opens before anything is awaited.
      // Where the browser lets only a page of ours open it, nothing happens.
      if (data === 'panel') void openPanel(sender.tab?.windowId).catch(() => undefined);
      await moveTo(data === 'panel' ? 'panel' : 'page', who.origin);
      return true;
    });
    onMessage('answerNudge', ({ data, sender }) => answerNudge(data, whoIs(sender)));
    onMessage('openOptions', async () => {
      await browser.runtime.openOptionsPage();
      return true;
    });
    onMessage('lesson', ({ sender }) => teaching.state(whoIs(sender)));
    onMessage('taught', ({ data, sender }) => teaching.save(data, whoIs(sender)));
    onMessage('teach', ({ data, sender }) => {
      onlyOurs(whoIs(sender));
      return teaching.begin(data);
    });
    onMessage('correct', async ({ data, sender }) => {
      onlyOurs(whoIs(sender));
      await clockReady;
      return recorder.correct(data);
    });
    onMessage('saveGoals', async ({ data, sender }) => {
      onlyOurs(whoIs(sender));
      const versions = goalVersions.parse(data);
      await openForWriting(journal);
      await saveGoals(
        journal,
        versions.filter((version) => !isCompanyGoal(version)),
      );
      // They are stored, whatever becomes of what is shown.
      await project().catch(reportError);
      return true;
    });
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === panelCommand) void openPanel(tab?.windowId).catch(reportError);
      else if (command === ruleCommand) void showRule(tab?.id).catch(reportError);
      else void ready.then(() => quickLog.press(command, tab?.id)).catch(reportError);
    });
    browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
      if (menuItemId === openEntry) void openFoothold().catch(reportError);
      else if (menuItemId === teachEntry) {
        if (tab?.id !== undefined) void teach(tab.id).catch(reportError);
      } else void ready.then(() => quickLog.run(String(menuItemId), tab?.id)).catch(reportError);
    });
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === standingAlarm) void project().catch(reportError);
    });
    browser.storage.local.onChanged.addListener((changes) => {
      const { sites, taught } = changes;
      if (taught)
        void teachOpenTabs()
          .then(register)
          .then(() => health.show())
          .catch(reportError);
      if (sites) {
        void placeSidebars();
        void giveBackHosts(parseSites(sites.oldValue), parseSites(sites.newValue));
        // What the company has set stays so, whoever wrote.
        void policy.apply().catch(reportError);
      }
      if (
        ['schedule', 'pausedOn', 'quietOn', 'ownKinds', 'hideNumbers', 'nudges', 'cues'].some(
          (key) => key in changes,
        ) ||
        isClockChange(changes)
      )
        void project().catch(reportError);
    });
    companyPolicy.watch(undefined, () => {
      void policy.apply().then(project).catch(reportError);
    });
    browser.permissions.onAdded.addListener(() => {
      notifier.listen();
      void placeSidebars();
    });
    browser.permissions.onRemoved.addListener(() => void register());
    browser.runtime.onStartup.addListener(() => {
      void register();
      void project().catch(reportError);
      void ready.then(() => health.show()).catch(reportError);
    });
    browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
      void foundKinship().then((isNew) => (isNew && reason === 'install' ? welcome() : undefined));
      void setUp(reason === 'update');
      if (previousVersion !== undefined)
        void noteUpdate(previousVersion, browser.runtime.getManifest().version).catch(reportError);
      void placeSidebars();
    });
  },
});

/** Lets pages write down what must survive them; a browser without this keeps to messages alone. */
async function openSessionToPages() {
  try {
    await browser.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' });
  } catch {
    // Firefox has no such method; there pages cannot write it down.
  }
}

/** Has the browser run the sidebar on the sites that are on, and the context menu know them. */
async function register() {
  await Promise.all([registerSites().catch(reportError), placeMenu().catch(reportError)]);
}

/** The same, and at once in tabs that are open. */
async function placeSidebars() {
  await register();
  await injectIntoOpenTabs().catch(reportError);
}

/** Where the first run begins. */
async function welcome() {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

function whoIs(sender: RawSender): Sender {
  return senderOf(sender, browser.runtime.id, browser.runtime.getURL('/'));
}

function onlyOurs(sender: Sender) {
  if (sender.from !== 'extension') throw new Error('only our own pages may do this');
}
