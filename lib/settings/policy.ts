import * as z from 'zod';
import { browser } from 'wxt/browser';
import { builtInKinds } from '../domain/action';
import { companyGoalId, mostCompanyGoals } from '../domain/companyGoal';
import { checkGoal, defaultRange, type Goal, type GoalProblem } from '../domain/goal';
import { siteById } from '../sites/registry';
import type { Item } from './item';
import { originOf, type SiteSetting } from './sites';

/** What the company has set by browser policy. */
export interface Policy {
  readonly goals: readonly Goal[];
  readonly sites: readonly SiteSetting[];
  /** Whether Foothold may notify; absent: the rep decides. */
  readonly notifications?: boolean;
  /** What of it was ignored, and why. */
  readonly problems: readonly PolicyProblem[];
}

export interface PolicyProblem {
  /** As in the policy, counted from 0: `goals[1].target`. */
  readonly field: string;
  readonly why: GoalProblem | PolicyFault;
}

export type PolicyFault =
  | 'not-a-list'
  | 'not-an-entry'
  | 'unknown-field'
  | 'unknown-kind'
  | 'unknown-period'
  | 'unknown-site'
  | 'unknown-surface'
  | 'not-an-address'
  | 'not-yes-or-no'
  | 'set-twice'
  | 'too-many-goals';

/** Never read in a page: only our own pages and the worker see what the company has set. */
export const companyPolicy: Pick<Item<Policy>, 'get' | 'watch'> = {
  // Firefox refuses where no policy is installed.
  get: async () => parsePolicy(await browser.storage.managed.get(null).catch(() => ({}))),
  watch(signal, changed) {
    const listener = (_changes: unknown, area: string) => {
      if (area === 'managed') void companyPolicy.get().then(changed);
    };
    browser.storage.onChanged.addListener(listener);
    signal?.addEventListener('abort', () => {
      browser.storage.onChanged.removeListener(listener);
    });
  },
};

/** Field by field: what cannot be is ignored and named, and the rest holds. */
export function parsePolicy(stored: unknown): Policy {
  const reader = new Reader();
  const policy = reader.entry(stored, '', ['goals', 'sites', 'notifications']) ?? {};
  const goals = once(
    reader.list(policy['goals'], 'goals', goalOf),
    ({ is }) => companyGoalId(is),
    reader,
  );
  for (const { at } of goals.slice(mostCompanyGoals)) reader.note(at, 'too-many-goals');
  const sites = once(reader.list(policy['sites'], 'sites', siteOf), ({ is }) => is.origin, reader);
  const notifications = reader.value(
    z.boolean(),
    policy['notifications'],
    'notifications',
    'not-yes-or-no',
  );
  return {
    goals: goals.slice(0, mostCompanyGoals).map(({ is }) => is),
    sites: sites.map(({ is }) => is),
    ...(notifications !== undefined && { notifications }),
    problems: reader.problems,
  };
}

/** Something read, and where it stood. */
interface Read<T> {
  readonly is: T;
  readonly at: string;
}

class Reader {
  readonly problems: PolicyProblem[] = [];

  note(field: string, why: PolicyProblem['why']) {
    this.problems.push({ field, why });
  }

  /** What a schema takes; anything else that is there is noted. */
  value<T>(schema: z.ZodType<T>, stored: unknown, at: string, why: PolicyFault): T | undefined {
    const parsed = schema.optional().safeParse(stored);
    if (!parsed.success) this.note(at, why);
    return parsed.data;
  }

  list<T>(
    stored: unknown,
    at: string,
    read: (reader: Reader, entry: unknown, at: string) => T | undefined,
  ): readonly Read<T>[] {
    const entries = this.value(z.array(z.unknown()), stored, at, 'not-a-list') ?? [];
    return entries.flatMap((entry, index) => {
      const place = `${at}[${String(index)}]`;
      const is = read(this, entry, place);
      return is === undefined ? [] : [{ is, at: place }];
    });
  }

  entry(stored: unknown, at: string, known: readonly string[]) {
    const entry = this.value(z.record(z.string(), z.unknown()), stored, at, 'not-an-entry');
    for (const field of Object.keys(entry ?? {}))
      if (!known.includes(field)) this.note(at ? `${at}.${field}` : field, 'unknown-field');
    return entry;
  }
}

function goalOf(reader: Reader, stored: unknown, at: string): Goal | undefined {
  const entry = reader.entry(stored, at, ['kinds', 'period', 'target', 'floor', 'ceiling']);
  if (!entry) return undefined;
  const kinds = reader.list(entry['kinds'], `${at}.kinds`, (_, kind, place) =>
    reader.value(z.enum(builtInKinds), kind, place, 'unknown-kind'),
  );
  const period = reader.value(
    z.enum(['day', 'week', 'month', 'quarter']),
    entry['period'] ?? null,
    `${at}.period`,
    'unknown-period',
  );
  if (!period) return undefined;
  const target = numberOf(entry['target']);
  let goal: Goal = {
    layer: 'company',
    period,
    kinds: kinds.map(({ is }) => is) as unknown as Goal['kinds'],
    target,
    ...defaultRange(target),
  };
  const [problem] = checkGoal(goal);
  if (problem) {
    reader.note(`${at}.${problem.endsWith('kinds') ? 'kinds' : 'target'}`, problem);
    return undefined;
  }
  for (const edge of ['floor', 'ceiling'] as const) {
    if (entry[edge] === undefined) continue;
    const tried = { ...goal, [edge]: numberOf(entry[edge]) };
    const [wrong] = checkGoal(tried);
    if (wrong) reader.note(`${at}.${edge}`, wrong);
    else goal = tried;
  }
  return goal;
}

function siteOf(reader: Reader, stored: unknown, at: string): SiteSetting | undefined {
  const entry = reader.entry(stored, at, ['origin', 'site', 'surface']);
  if (!entry) return undefined;
  const origin = reader.value(
    z.string().transform(originOf).pipe(z.string()),
    entry['origin'] ?? null,
    `${at}.origin`,
    'not-an-address',
  );
  const site = reader.value(
    z.string().refine((id) => siteById(id)),
    entry['site'] ?? null,
    `${at}.site`,
    'unknown-site',
  );
  const surface = reader.value(
    z.enum(['page', 'panel']),
    entry['surface'],
    `${at}.surface`,
    'unknown-surface',
  );
  if (origin === undefined || site === undefined) return undefined;
  return { origin, site, on: true, company: true, ...(surface === 'panel' && { surface }) };
}

/** Anything but a number is none; what is wrong with it the goal's own check says. */
function numberOf(stored: unknown): number {
  return z.number().catch(NaN).parse(stored);
}

/** The first of each name; the later ones are noted. */
function once<T>(
  list: readonly Read<T>[],
  name: (one: Read<T>) => string,
  reader: Reader,
): readonly Read<T>[] {
  return list.filter((one, index) => {
    const first = list.findIndex((other) => name(other) === name(one)) === index;
    if (!first) reader.note(one.at, 'set-twice');
    return first;
  });
}
