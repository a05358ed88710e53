import { mostTaught, type TaughtRule } from './taughtRule';

export const taughtFormat = 'foothold-buttons';
export const taughtVersion = 1;

/** Taught buttons to keep or to hand on. */
export interface TaughtFile {
  readonly format: typeof taughtFormat;
  readonly version: typeof taughtVersion;
  readonly rules: readonly TaughtRule[];
}

/** Why a file is not taken. `at` is the number of the button in it, from 1. */
export type TaughtProblem =
  | { readonly why: 'notJson' | 'notRules' | 'newer' | 'tooMany' }
  | { readonly why: 'damaged'; readonly at: number; readonly field: string };

export function taughtFile(rules: readonly TaughtRule[]): TaughtFile {
  return { format: taughtFormat, version: taughtVersion, rules };
}

/** The rules with those of a file that are not among them: by name, or by doing the same. */
export function withFile(
  rules: readonly TaughtRule[],
  { rules: read }: TaughtFile,
): readonly TaughtRule[] | TaughtProblem {
  const all = [...rules];
  for (const rule of read) if (!all.some((one) => isSame(one, rule))) all.push(rule);
  return all.length > mostTaught ? { why: 'tooMany' } : all;
}

function isSame(a: TaughtRule, b: TaughtRule): boolean {
  const parts = ['origin', 'button', 'place'] as const;
  const isThere = parts.every((part) => a[part] === b[part]);
  return a.id === b.id || (isThere && a.beside.join() === b.beside.join());
}
