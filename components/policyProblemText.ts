import { i18n } from '#i18n';
import type { GoalProblem } from '../lib/domain/goal';
import { problemText } from './problemText';

const faults = {
  'not-a-list': 'list',
  'not-an-entry': 'entry',
  'unknown-field': 'field',
  'unknown-kind': 'kind',
  'unknown-period': 'period',
  'unknown-site': 'site',
  'unknown-surface': 'surface',
  'not-an-address': 'address',
  'not-yes-or-no': 'flag',
  'set-twice': 'twice',
  'too-many-goals': 'many',
} as const;

export type PolicyProblemCode = GoalProblem | keyof typeof faults;

/** Why a value of the company's policy was ignored, and what would have been possible. */
export function policyProblemText(code: PolicyProblemCode): string {
  return code in faults
    ? i18n.t(`policy.problem.${faults[code as keyof typeof faults]}`)
    : problemText(code as GoalProblem);
}
