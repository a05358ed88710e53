import { i18n } from '#i18n';
import type { GoalProblem } from '../lib/domain/goal';
import type { SideProblem } from '../lib/domain/sideGoal';
import type { ScheduleProblem } from '../lib/domain/schedule';

type Code = GoalProblem | ScheduleProblem | SideProblem;
type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

/** What is wrong, and what would be possible, as a sentence. */
export function problemText(code: Code): string {
  // Chrome refuses message names with a hyphen.
  return i18n.t(`problem.${code.replaceAll('-', '_') as Underscored<Code>}`);
}
