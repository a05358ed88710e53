import { i18n } from '#i18n';
import { mostActive } from '../lib/domain/focus';
import type { PlanProblem } from '../lib/domain/planFile';
import { formatCount } from './formatCount';
import { problemText } from './problemText';

/** Why a file that came back is not taken, and what would be. */
export function planProblemText(problem: PlanProblem): string {
  switch (problem.why) {
    case 'not-json':
      return i18n.t('plan.problem.json');
    case 'not-plan':
      return i18n.t('plan.problem.format');
    case 'newer':
      return i18n.t('plan.problem.newer');
    case 'unsigned':
      return i18n.t('plan.problem.unsigned');
    case 'agreed-later':
      return i18n.t('plan.problem.later');
    case 'empty':
      return i18n.t('plan.problem.empty');
    case 'too-many':
      return i18n.t('plan.problem.many', [formatCount(mostActive)]);
    case 'twice':
      return i18n.t('plan.problem.twice', [formatCount(problem.at)]);
    case 'same':
      return i18n.t('plan.problem.same', [formatCount(problem.at)]);
    case 'damaged':
      return i18n.t('plan.problem.damaged', [formatCount(problem.at), problem.field]);
    case 'impossible':
      return i18n.t('plan.problem.impossible', [
        formatCount(problem.at),
        problemText(problem.problem),
      ]);
  }
}
