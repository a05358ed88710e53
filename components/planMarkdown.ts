import { i18n } from '#i18n';
import type { Goal } from '../lib/domain/goal';
import type { Forecast } from '../lib/domain/odds/forecast';
import { planInputs, type PlanInputs } from '../lib/domain/planFile';
import { dayText } from './dayText';
import { meanOfPeriod } from './draftVerdict';
import { formatCount } from './formatCount';
import { goalAmount } from './goalAmount';
import type { GoalGround } from './goalGround';
import { goalName } from './goalName';
import type { GoalsEditorProps } from './GoalsEditor';
import { oddsText } from './oddsText';

/** What the rep wrote stays words: it makes no headings, links or pictures in somebody else's reader. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!~&]/g, '\\$&');
}

/** Goals as a page to be read and agreed: the number, what history says of it, and what the rep says about it. */
export function planMarkdown(
  goals: readonly { readonly id: string; readonly goal: Goal }[],
  inputs: PlanInputs,
  ground: GoalGround,
  oddsOf: GoalsEditorProps['oddsOf'],
): string {
  const basis = planInputs.flatMap((name) => {
    const text = inputs[name];
    return text ? [`- ${i18n.t(`plan.${name}`)}: ${escaped(text)}`] : [];
  });
  const blocks = goals.map(({ id, goal }) => {
    const { floor, ceiling, objective, owner, commitment, agreed } = goal;
    const forecast = oddsOf?.(id, goal);
    const mean = meanOfPeriod(id, goal, ground);
    const said = [
      i18n.t('goals.meaning', [formatCount(floor), formatCount(ceiling)]),
      mean === null ? '' : i18n.t('goals.usual', [formatCount(Math.round(mean * 10) / 10)]),
      forecast ? oddsLine(goal, forecast) : '',
    ];
    const lines = [
      said.filter(Boolean).join(' '),
      ...(
        [
          ['objective', objective],
          ['owner', owner],
          ['commitment', commitment],
        ] as const
      ).flatMap(([name, text]) => (text ? [`${i18n.t(`more.${name}`)}: ${escaped(text)}`] : [])),
      ...(agreed
        ? [i18n.t('plan.agreedWith', [escaped(agreed.with), dayText(agreed.on, 'full')])]
        : []),
    ];
    return [`## ${goalName(goal)}: ${goalAmount(goal)}`, '', ...lines.map((line) => `- ${line}`)];
  });
  return [
    `# ${i18n.t('plan.heading', [dayText(ground.day, 'full')])}`,
    ...(basis.length > 0 ? ['', ...basis] : []),
    ...blocks.flatMap((block) => ['', ...block]),
    '',
    '---',
    '',
    `${i18n.t('more.agreedWith')}: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_ · ${i18n.t('more.agreedOn')}: \\_\\_\\_\\_\\_\\_\\_\\_`,
    '',
    i18n.t('plan.howTo'),
    '',
  ].join('\n');
}

function oddsLine({ period, target }: Goal, { chance, byHistory, rough }: Forecast): string {
  const expected = oddsText({ p: chance(target), rough });
  return byHistory
    ? i18n.t('odds.both', [oddsText({ p: byHistory(target), rough }), expected])
    : `${i18n.t(`odds.draft.${period}`, [expected])}.`;
}
