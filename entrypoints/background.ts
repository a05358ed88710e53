import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import sidebarCss from '../components/sidebar.css?inline';
import tokensCss from '../components/tokens.css?inline';
import { giveBackHosts, injectIntoOpenTabs, registerSites } from '../lib/background/lifecycle';
import { collectUndelivered } from '../lib/background/postman';
import { Projector, standingAlarm } from '../lib/background/projector';
import { Recorder } from '../lib/background/recorder';
import { today } from '../lib/settings/today';
import { clockReady, isClockChange, now } from '../lib/clock';
import { defaultGoals } from '../lib/domain/goal';
import { Journal, openForWriting } from '../lib/journal/database';
import { plantFirstGoals, saveGoals } from '../lib/journal/goals';
import { rebuildTallies } from '../lib/journal/actions';
import { onMessage } from '../lib/messages/protocol';
import { goalVersions } from '../lib/messages/schema';
import { senderOf, type RawSender, type Sender } from '../lib/messages/sender';
import { foundKinship } from '../lib/settings/kinship';
import { schedule } from '../lib/settings/schedule';
import { parseSites, switchOff } from '../lib/settings/sites';

/** Every listener is registered at once, because the event that woke the worker is delivered right after. */
export default defineBackground({
  type: 'module',
  main() {
    const journal = new Journal();
    const projector = new Projector(journal);
    const recorder = new Recorder(journal, projector);
    const ready = start();

    async function start() {
      await openSessionToPages();
      await clockReady;
      await collectUndelivered(recorder).catch(reportError);
    }

    const plantGoals = async () => {
      await clockReady;
      await openForWriting(journal);
      await plantFirstGoals(journal, defaultGoals(today(await schedule.get(), now())));
    };

    const setUp = async (updated: boolean) => {
      await foundKinship();
      await plantGoals().catch(reportError);
      // A cache from another build may count differently.
      if (updated) await rebuildTallies(journal).catch(reportError);
      await project().catch(reportError);
    };

    const project = async () => {
      await ready;
      await projector.project();
      return true;
    };

    onMessage('tab', ({ sender }) => {
      // The page before this one may have left while its last action was on its way.
      void ready.then(() => collectUndelivered(recorder)).catch(reportError);
      return sender.tab?.id ?? -1;
    });
    onMessage('record', async ({ data, sender }) => {
      await clockReady;
      return recorder.record(data, whoIs(sender));
    });
    onMessage('undo', async ({ data, sender }) => {
      await clockReady;
      return recorder.undo(data, whoIs(sender));
    });
    onMessage('refresh', project);
    onMessage('switchOff', async ({ sender }) => {
      const who = whoIs(sender);
      if (who.from === 'page') await switchOff(who.origin);
      return who.from === 'page';
    });
    onMessage('openOptions', async () => {
      await browser.runtime.openOptionsPage();
      return true;
    });
    onMessage('style', () => tokensCss + sidebarCss);
    onMessage('correct', async ({ data, sender }) => {
      onlyOurs(whoIs(sender));
      await clockReady;
      return recorder.correct(data);
    });
    onMessage('saveGoals', async ({ data, sender }) => {
      onlyOurs(whoIs(sender));
      const versions = goalVersions.parse(data);
      await openForWriting(journal);
      await saveGoals(journal, versions);
      return project();
    });
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === standingAlarm) void project().catch(reportError);
    });
    browser.storage.local.onChanged.addListener((changes) => {
      const { sites } = changes;
      if (sites) {
        void placeSidebars();
        void giveBackHosts(parseSites(sites.oldValue), parseSites(sites.newValue));
      }
      if ('schedule' in changes || 'pausedOn' in changes || isClockChange(changes))
        void project().catch(reportError);
    });
    browser.permissions.onAdded.addListener(() => void placeSidebars());
    browser.permissions.onRemoved.addListener(() => void registerSites().catch(reportError));
    browser.runtime.onStartup.addListener(() => {
      void registerSites().catch(reportError);
      void project().catch(reportError);
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void setUp(reason === 'update');
      void placeSidebars();
      if (reason === 'install') void welcome();
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

/** Registers the sidebar for the sites that are on, and puts it into their open tabs. */
async function placeSidebars() {
  await registerSites().catch(reportError);
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
