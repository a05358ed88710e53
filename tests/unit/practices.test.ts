import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * The practices about goals, odds, moves, reviews, nudges and bests: their rows in the first table of PRACTICES.md, in its
 * order, then the sections that are more than a row there. A row may hold two practices; then it is here twice. The rows
 * about outcomes to come, prospects and the rep's own why are not about these.
 */
const rows = [
  'S0 M1 closing the door',
  'S0 M2 only history',
  'S0 M3 80 % confident',
  'S0 M3 SMART',
  'S0 M4 wiggle room',
  'S0 M5 too narrow',
  'S0 M6 too broad',
  'S0 M7 gap analysis',
  'S0 M8 accountability',
  'S0 BP analysis of goal-setting',
  'S0 BP1 success range',
  'S0 BP2 activities, not only results',
  'S0 BP3 shorter time frames',
  'S0 BP4 cap it',
  'S0 BP6 hold',
  'S0 BP7 waterfall',
  'S0 BP7 sequence',
  'S0 BP7 stretch',
  'S0 BP8 check-ins',
  'S0 FAQ pipeline trap',
  'S0 FAQ discomfort',
  'S1 too high, too low',
  'S1 proactive, not retroactive',
  'S1 step 1 quality',
  'S1 step 3 personal best',
  'S1 step 5 reviews',
  'S2 two layers',
  'S2 values and drivers',
  'S2 facilitate, do not direct',
  'S2 accountable for this target',
  'S3 next mile',
  'S3 by nine, lunch, leave',
  'S3 three calls, then that email',
  'S3 sum check',
  'S3 behind for the month',
  'S3 rewarding',
  'S4 +15 % next quarter',
  'S4 align with objectives',
  'S4 weekly or bi-weekly check-ins',
  'S4 one size fits all',
  '10 personal best and continuity',
  '12 budget and silence',
  '12 fresh starts',
  '12 shows its own effect',
] as const;

type Row = (typeof rows)[number];

/**
 * Which test shows each practice that the product was made for, by the practice's key: its source and number. A row
 * says where a rep would notice it.
 */
const shown: Readonly<Record<Row, readonly (readonly [file: string, name: string])[]>> = {
  'S0 M1 closing the door': [
    ['browser/plans', 'goes out as one file to read and one to send back'],
    ['browser/plans', 'comes back as a difference, and holds once it is accepted'],
    ['browser/plans', 'that cannot be is told why in one sentence, and changes nothing'],
    [
      'unit/domain/planFile',
      'accepted, keeps what is the rep’s alone, what is parked and what the company set',
    ],
  ],
  'S0 M2 only history': [
    ['browser/plans', 'stands beside what history says, on its days, with its reason'],
    ['browser/plans', 'is over with its last day'],
    ['unit/domain/odds/expectation', '0 % changes nothing'],
    ['unit/domain/odds/expectation', 'more never lowers the odds, and what history says stays'],
    ['unit/components/GoalsEditor', 'say that they ask for less, where days off are why'],
  ],
  'S0 M3 80 % confident': [
    ['browser/odds', 'has a number once there is history'],
    ['browser/odds', 'what is missed more often than not is not saved; 80 % is one click'],
    ['browser/odds', 'the record says how many of the goals called 80 % were reached'],
  ],
  'S0 M3 SMART': [
    ['browser/goals', '“increase sales” is told what is missing, and nothing changes'],
  ],
  'S0 M5 too narrow': [
    ['browser/quality', '“30 minutes reading” moves a goal of 60 minutes a week'],
    ['unit/components/SideGoals', 'sets how many minutes or pages of what'],
    [
      'unit/components/OwnKinds',
      'are named in the options, as something done or something that comes of it',
    ],
    ['unit/components/OwnKinds', 'are renamed, retired and brought back'],
    [
      'browser/ownKinds',
      'is named in the options, logged by one click in the popup, and shown by its name on the page',
    ],
    ['browser/ownKinds', 'runs on while the popup is closed, and one click logs its minutes'],
    [
      'browser/ownKinds',
      'logs a kind of the rep’s own with one click, keeps a quiet day and times a session, as the popup does',
    ],
    ['unit/components/Summary', 'logs the rep’s own kinds with one click'],
    [
      'unit/background/projector',
      'counts what the rep has named, and says what that is called now',
    ],
    [
      'unit/pages/learningTimer',
      'logs the minutes since it was started, however long ago that was',
    ],
    ['unit/components/Summary', 'starts, stops and discards a learning session'],
  ],
  'S0 M4 wiggle room': [
    ['browser/reviews', 'proposes the lower target itself, takes one click, and logs what blocked'],
    ['browser/reviews', 'leaves the day as it is, and holds from the next one on'],
    ['browser/goals', 'a lowered target waits for the next review, with its reason'],
    ['unit/domain/moves', 'within the week are at the time that the rep chose, or there is none'],
    [
      'unit/domain/outlook',
      'that comes when the week is done is about the next one, and leaves this one missed',
    ],
  ],
  'S0 M6 too broad': [
    [
      'browser/goals',
      'a fourth goal a day asks which one should rest; what is parked leaves the page',
    ],
    ['unit/components/GoalsEditor', 'keeps all of them for who insists, and refuses a sixth'],
  ],
  'S0 M7 gap analysis': [
    ['browser/goals', 'a raise above a tenth asks what will change'],
    ['unit/components/GoalsEditor', 'of an outcome shows the three ways, and what is impossible'],
    ['unit/components/ReviewCard', 'reminds of what was to change when the goal was raised'],
  ],
  'S0 M8 accountability': [
    [
      'browser/reviews',
      'is told from the rep’s own clipboard or mail program, and nothing is sent',
    ],
    ['browser/reviews', 'a missed goal shows what was promised, one that is reached its reward'],
  ],
  'S0 BP analysis of goal-setting': [
    ['browser/odds', 'the record says how many of the goals called 80 % were reached'],
    [
      'unit/components/OddsRecord',
      'adds what the rep’s own goals show, and nothing where there were none',
    ],
  ],
  'S0 BP1 success range': [
    ['unit/domain/outlook', 'credit, reward and what cannot be planned'],
    ['unit/components/GoalsEditor', 'fit the range to the rep’s ups and downs with one click'],
    ['unit/domain/rangeCredit', 'rises slower in a wider range'],
  ],
  'S0 BP2 activities, not only results': [
    ['unit/components/GoalsEditor', 'an outcome alone is told that it needs an activity'],
    [
      'unit/components/OwnKinds',
      'are named in the options, as something done or something that comes of it',
    ],
  ],
  'S0 BP3 shorter time frames': [
    ['browser/goals', 'shows its route while it is typed, and reaches the page'],
    ['unit/domain/plan', 'comes down to months, weeks and days'],
  ],
  'S0 BP4 cap it': [
    ['browser/goals', 'a cap is a trial with a last day, within eight weeks, and is kept'],
    [
      'unit/components/GoalsEditor',
      'a cap is a trial with an end, and says what speaks against it',
    ],
  ],
  'S0 BP6 hold': [
    ['browser/goals', 'asks for nothing, counts on, and ends when the rep says so'],
    ['unit/domain/outlook', 'ends with a target below what the rep usually does, not above'],
    ['unit/domain/outlook', 'ends without one where all that was done is of other kinds'],
  ],
  'S0 BP7 waterfall': [
    ['browser/goals', 'a ramp asks for the first step instead of the whole raise'],
    ['browser/quarter', 'climbs to +50 % in five steps, once it is said what will change'],
    ['browser/quarter', 'does a missed step again'],
    ['unit/domain/activeGoals', 'climbs from week to week'],
    ['unit/components/GoalsEditor', 'starts at what four weeks gave and shows its way'],
    ['unit/components/GoalNotes', 'that went %s says so'],
  ],
  'S0 BP7 sequence': [
    ['browser/goals', 'the next tier comes onto the page once the first is reached'],
    [
      'unit/components/GoalsEditor',
      'one goal may wait for the one above it, and the rest follow by value',
    ],
    ['unit/components/GoalsEditor', 'what is worth the same a minute goes by how well it is done'],
    [
      'unit/domain/activeGoals',
      'only the first that is not reached is there, with those before it',
    ],
  ],
  'S0 BP7 stretch': [
    ['browser/goals', 'offers 125 % to whoever has time left, and goes for it at a click'],
    ['browser/quarter', 'offers 125 % to whoever earned it, and never turns the goal red for it'],
  ],
  'S1 too high, too low': [
    ['unit/components/GoalsEditor', 'follow the number, with a name and one thing to do'],
    ['browser/goals', 'offers 125 % to whoever has time left, and goes for it at a click'],
  ],
  'S1 step 1 quality': [
    ['browser/quality', 'is tagged in the popup, and the goal’s bar moves on the page'],
    ['unit/domain/sideGoal', 'is of all of the kind in the period, with a tag or without'],
    ['unit/domain/sideGoal', 'is not judged by fewer than ten'],
  ],
  'S1 step 5 reviews': [
    ['unit/domain/review', 'every workday in the first ten, of the rep and not of a goal'],
    ['browser/reviews', 'is named between reviews, with the day of the next one'],
    ['browser/reviews', 'remembers what blocked until the next one'],
  ],
  'S1 proactive, not retroactive': [
    ['browser/nudges', 'is said where the day can still go either way'],
    ['unit/domain/nudge/preview', 'knows nothing of the hours that came after it'],
  ],
  'S2 two layers': [
    ['browser/policy', 'sets targets beside the rep’s own goals, marked as the company’s, at once'],
    ['browser/policy', 'is locked: saving the rep’s goals leaves the company’s as they are'],
  ],
  'S2 accountable for this target': [
    [
      'unit/components/Summary',
      'goes through the goals at a review from what is to come of it to what is done for it',
    ],
  ],
  'S2 facilitate, do not direct': [
    ['unit/domain/nudge/limits', 'obeys every limit over a year of 200 reps'],
    ['unit/domain/nudge/quietDay', 'is offered where all that is open is as good as reached'],
    ['unit/components/Summary', 'offers a quiet day with one click, and a way back'],
    [
      'unit/background/nudger',
      'nothing is said on a quiet day, by the rep’s own rules either, and again on the next',
    ],
  ],
  'S2 values and drivers': [
    [
      'unit/components/nudges',
      'follow two or three of what moves the rep, and say why a fourth is not to be had',
    ],
    ['unit/components/nudges', 'asks in the place of the step, in the words of what moves the rep'],
  ],
  'S0 BP8 check-ins': [
    ['browser/reviews', 'remembers what blocked until the next one'],
    [
      'unit/domain/review',
      'holds a day goal against the week so far, with days above the goal beside those below',
    ],
    ['unit/components/ReviewCard', 'that is met asks for nothing'],
    [
      'unit/components/ReviewCard',
      'that is missed asks what blocked, and knows what did the last time',
    ],
  ],
  'S0 FAQ discomfort': [
    [
      'unit/background/projector',
      'counts attempts and not answers: a no moves the goal as far as a yes',
    ],
    ['unit/domain/foothold', 'is a part of what is due by the next checkpoint, due in 25 minutes'],
  ],
  '12 fresh starts': [
    ['browser/notifications', 'says the nudge that the sidebar says: in the first hour of a week'],
    ['unit/domain/nudge/preview', 'greets a fresh week'],
    ['unit/domain/nudge/limits', 'obeys every limit over a year of 200 reps'],
  ],
  'S0 FAQ pipeline trap': [
    [
      'browser/reviews',
      'is named in one sentence with a floor to take and to take back, and over once prospecting is back',
    ],
    ['unit/domain/floorOffer', 'may be a new goal a day from today on, and nothing else changes'],
    [
      'unit/domain/pipelineTrap',
      'is more outcomes and less than 60 % of the prospecting: the worked example',
    ],
  ],
  'S1 step 3 personal best': [
    ['browser/goals', 'has the personal best of the rep’s own days'],
    [
      'unit/components/BestTile',
      'has those of everything else at a click, with the checkpoints that say more than the day',
    ],
    [
      'unit/domain/outlook',
      'leaves those of every other kind beside it, also without a goal, each once',
    ],
    ['unit/components/BestTile', 'announces a week that is near or broken'],
    ['unit/components/BestTile', 'announces the way to a checkpoint that is near or broken'],
    ['unit/domain/outlook', 'is near where one more is likely until then, not until the evening'],
  ],
  'S3 next mile': [
    [
      'browser/sidebar',
      'says why it is this one, by mouse and by keyboard, and nothing else moves for it',
    ],
    ['unit/domain/foothold', 'is a part of what is due by the next checkpoint, due in 25 minutes'],
    [
      'unit/domain/foothold',
      'is for the goal that gains most: the less likely one, the one higher in the rep’s order',
    ],
    ['unit/domain/foothold', 'leaves what is out of reach until nothing else is open'],
  ],
  'S3 by nine, lunch, leave': [
    ['unit/domain/foothold', 'is due at the checkpoint where that is nearer, and named like it'],
    [
      'unit/components/ScheduleEditor',
      'asks for more in the morning in words, and says at once what that means',
    ],
    ['unit/domain/scheduleChange', 'to more in the morning asks for it from today on'],
  ],
  'S3 rewarding': [
    ['browser/sidebar', 'moves the bar within two frames of the confirmation, before any answer'],
    ['browser/sidebar', 'celebrates a foothold in words, and the next one follows'],
    ['browser/sidebar', 'moves for it, and not for who wants less motion'],
  ],
  'S3 sum check': [
    ['browser/goals', 'is checked against the goal while it is typed'],
    ['unit/components/GoalsEditor', 'are checked against what the company asks where that is more'],
    [
      'unit/components/GoalsEditor',
      'says by how much a goal is short of the company’s week, and on which days that left it could go',
    ],
    [
      'unit/components/GoalsEditor',
      'says how much less a week with a day off asks, where the day adds up to that',
    ],
    [
      'unit/components/GoalsEditor',
      'holds a day against the company’s month and the rep’s own week',
    ],
  ],
  'S3 three calls, then that email': [
    ['browser/nudges', 'shows on its site when that is opened, counts along and ends when done'],
    ['browser/nudges', 'that cannot be is refused with one sentence'],
    [
      'unit/background/nudger',
      'comes by its key on any counted page in front, though the rep has just typed there',
    ],
  ],
  'S4 weekly or bi-weekly check-ins': [
    ['browser/reviews', 'remembers what blocked until the next one'],
    [
      'unit/components/ScheduleEditor',
      'takes the review in the week at another time, every second week, and says when the next one is',
    ],
    [
      'unit/domain/review',
      'every two weeks skips a week, but not the evenings of the first ten workdays',
    ],
    ['unit/domain/moves', 'every two weeks let a lower target wait for the week that has them'],
    [
      'unit/domain/scheduleChange',
      'are never in two weeks of work in a row, nor missing from two, however often weeks begin anew',
    ],
    [
      'browser/reviews',
      'has the number for the next week where this one was too easy, and takes it at one click',
    ],
    [
      'unit/components/ReviewCard',
      'lowers to the number for the next period once it is said what blocked',
    ],
    ['unit/domain/outlook', 'is never a raise for which something would have to change'],
  ],
  'S4 align with objectives': [['unit/components/GoalsEditor', 'keeps what was said about a goal']],
  'S4 one size fits all': [
    ['unit/domain/history', 'is unknown in the first ten workdays'],
    ['browser/odds', 'has a number once there is history'],
  ],
  'S3 behind for the month': [
    ['unit/components/GoalNotes', 'is said, and that the next review is for it'],
    ['unit/domain/plan', 'spreads a deficit over all that is left, not over tomorrow'],
    [
      'unit/domain/plan',
      're-planned every day it never asks more than the cap, and says what is left over',
    ],
  ],
  '10 personal best and continuity': [
    ['unit/domain/best', 'fade after half a year'],
    ['unit/domain/best', 'never breaks over a hold or leave, wherever they lie'],
    [
      'browser/quarter',
      'asks nothing of holidays and leave, and breaks no row of good days for them',
    ],
    ['unit/components/BestTile', 'names the one to go for, where there is one'],
  ],
  '12 budget and silence': [
    ['unit/domain/nudge/limits', 'obeys every limit over a year of 200 reps'],
    ['browser/nudges', 'does not come again within 45 minutes'],
    ['browser/nudges', 'does not come while paused, nor outside the hours'],
    ['browser/nudges', 'waits until nobody types'],
    ['browser/nudges', 'waits while a phone link may have become a call'],
  ],
  '12 shows its own effect': [
    ['browser/nudges', 'that the lot withholds is written down and not shown'],
    ['unit/components/nudges', 'say what they add with its interval, or that it is not known yet'],
    ['unit/background/nudger', 'where it does not, Foothold stops by itself, and says nothing'],
    [
      'unit/domain/nudge/effect',
      'calls speaking harmful only when the interval excludes any benefit',
    ],
    [
      'unit/background/nudger',
      'where it still may, though less came of it so far, Foothold goes on',
    ],
  ],
  'S4 +15 % next quarter': [
    ['browser/goals', '“+15 % calls next week” is reckoned from the past'],
    [
      'unit/components/GoalsEditor',
      'is 15 % more than the last whole quarter gave, and stands there to be changed',
    ],
    [
      'unit/components/GoalsEditor',
      'is 15 % more than four weeks give for a quarter, where the last one is not known whole',
    ],
  ],
};

/** A test or a group of them by that name that runs: neither skipped nor to do, and not in a comment. */
function running(name: string): RegExp {
  const title = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `^ *(?:(?:it|test|describe)(?:\\.each\\b.*)?|\\][^']*\\))\\(\\s*['\`]${title}['\`]`,
    'm',
  );
}

const sources = new Map<string, Promise<string>>();
async function sourceOf(file: string): Promise<string> {
  const path = (extension: string) =>
    fileURLToPath(new URL(`../${file}.test.${extension}`, import.meta.url));
  const source =
    sources.get(file) ?? readFile(path('ts'), 'utf8').catch(() => readFile(path('tsx'), 'utf8'));
  sources.set(file, source);
  return source;
}

describe('practices', () => {
  it('are all here, each with a test that shows it', () => {
    expect(Object.keys(shown).toSorted()).toEqual(rows.toSorted());
    for (const tests of Object.values(shown)) expect(tests).not.toEqual([]);
  });

  it.each(
    Object.entries(shown).flatMap(([key, tests]) => tests.map((test) => [key, ...test] as const)),
  )('%s is shown in %s: %s', async (_key, file, name) => {
    expect(await sourceOf(file)).toMatch(running(name));
  });

  it.each([
    ["  it('x', () => {", true],
    ["  test.each([1, 2])('x', () => {", true],
    ["test(\n  'x',\n", true],
    ['  it(`x`, () => {', true],
    ["  it.skip('x', () => {", false],
    ["  it.todo('x');", false],
    ["  // it('x', () => {", false],
    ["   * it('x')", false],
    ["  it('x y', () => {", false],
  ])('a test that does not run shows nothing: %j %s', (source, runs) => {
    expect(running('x').test(source)).toBe(runs);
  });
});
