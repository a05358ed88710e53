import { useState } from 'preact/hooks';
import { oddsText } from '../../components/oddsText';
import { PlanExchange } from '../../components/PlanExchange';
import { planMarkdown } from '../../components/planMarkdown';
import { isCompanyGoal } from '../../lib/domain/companyGoal';
import { goalsOn } from '../../lib/domain/goal';
import { goalChanges } from '../../lib/domain/goalChanges';
import { newOccurrence } from '../../lib/domain/occurrence';
import {
  proposedPlan,
  returnedPlan,
  type PlanDifference,
  type PlanFile,
  type PlanInputs,
  type PlanProblem,
} from '../../lib/domain/planFile';
import type { Journal } from '../../lib/journal/database';
import { sendMessage } from '../../lib/messages/protocol';
import { offerFile } from '../../lib/pages/offerFile';
import { readPlan } from '../../lib/pages/readPlan';
import { useGoalGround } from '../../lib/pages/useGoalGround';
import { useOwnKinds } from './useOwnKinds';

/** No plan file is as large, in bytes. */
const largestPlan = 1_000_000;

/** A plan goes out as files and comes back as one. */
export function Exchange({ journal }: { readonly journal: Journal }) {
  const read = useGoalGround(journal);
  const [file, setFile] = useState<PlanFile | PlanProblem | null>(null);
  const [inputs, setInputs] = useState<PlanInputs>({});
  const [accepted, setAccepted] = useState('');
  const named = useOwnKinds();
  if (!read || !named) return null;
  const { ground, oddsOf } = read;
  const { versions, schedule, day, minute } = ground;
  const own = versions.filter((version) => !isCompanyGoal(version));
  const plan = proposedPlan(versions, day, inputs);
  // Held against the goals as they are now, also where they have changed since it was opened.
  const returned =
    file &&
    ('why' in file ? file : returnedPlan(file, { versions, schedule, now: { day, minute } }));

  function save(as: 'markdown' | 'json') {
    const name = `foothold-goals-${day}`;
    const mine = goalsOn(own, day).filter(({ goal }) => !goal.parked);
    if (as === 'json') offerFile(`${name}.json`, 'application/json', JSON.stringify(plan, null, 2));
    else offerFile(`${name}.md`, 'text/markdown', planMarkdown(mine, inputs, ground, oddsOf));
  }

  async function open(opened: File) {
    setAccepted('');
    setFile(opened.size > largestPlan ? { why: 'not-plan' } : readPlan(await opened.text()));
  }

  async function accept() {
    if (!returned || 'why' in returned) return;
    await sendMessage('saveGoals', goalChanges(own, returned.goals, day, newOccurrence, schedule));
    setAccepted(returned.agreed.with);
    setFile(null);
  }

  function likely({ goal }: PlanDifference) {
    const forecast = oddsOf?.(null, goal);
    return forecast ? oddsText({ p: forecast.chance(goal.target), rough: forecast.rough }) : '';
  }
  return (
    <PlanExchange
      empty={plan.goals.length === 0}
      returned={returned}
      accepted={accepted}
      oddsOf={likely}
      inputs={inputs}
      onInputs={setInputs}
      onSave={save}
      onOpen={(opened) => void open(opened)}
      onAccept={accept}
      onLeave={() => {
        setFile(null);
      }}
    />
  );
}
