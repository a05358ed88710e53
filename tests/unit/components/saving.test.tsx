// @vitest-environment happy-dom
import type { ComponentChild } from 'preact';
import { describe, expect, it } from 'vitest';
import { GoalsEditor } from '../../../components/GoalsEditor';
import { ScheduleEditor } from '../../../components/ScheduleEditor';
import { SideGoalsEditor } from '../../../components/SideGoalsEditor';
import { defaultRange } from '../../../lib/domain/goal';
import { defaultSchedule } from '../../../lib/domain/schedule';
import { arrived, field, show, submit, type, words } from './screen';

type Save = () => Promise<void>;

const ground = {
  day: '2026-11-24',
  minute: 600,
  schedule: defaultSchedule,
  tallies: [],
  versions: [],
};
const calls = [
  {
    id: 'c',
    goal: { period: 'day', kinds: ['call'], target: 20, ...defaultRange(20) },
  },
] as const;
const reached = [
  { id: 'q', side: { kind: 'call', what: 'connected', target: 60, period: 'week' } },
] as const;

const editors: readonly (readonly [
  name: string,
  saved: string,
  label: string,
  typed: string,
  editor: (onSave: Save) => ComponentChild,
])[] = [
  [
    'goals',
    'Goals saved.',
    'Target',
    '31',
    (onSave) => <GoalsEditor goals={calls} ground={ground} onSave={onSave} />,
  ],
  [
    'quality and learning goals',
    'These goals are saved.',
    'At least, %',
    '55',
    (onSave) => <SideGoalsEditor goals={reached} onSave={onSave} />,
  ],
  [
    'the schedule',
    'Schedule saved.',
    'A new day starts at',
    '04:00',
    (onSave) => <ScheduleEditor schedule={defaultSchedule} today="2026-03-02" onSave={onSave} />,
  ],
];

describe.each(editors)('saving %s', (_name, saved, label, typed, editor) => {
  const storing = () => {
    let times = 0;
    let resolve = () => {};
    let reject = (_: Error) => {};
    const promise = new Promise<void>((...settle) => {
      [resolve, reject] = settle;
    });
    const root = show(
      editor(() => {
        times += 1;
        return promise;
      }),
    );
    const save = () => {
      submit(root.querySelector('form'));
    };
    const says = () => {
      // The editor of goals has other lines that are read out; this one is the form's last.
      const alert = root.querySelector('[role=alert]');
      return words(alert ?? [...root.querySelectorAll('[role=status]')].at(-1));
    };
    return {
      resolve: () => {
        resolve();
      },
      reject: (why: Error) => {
        reject(why);
      },
      save,
      says,
      times: () => times,
    };
  };

  it('is said once it is stored, not before', async () => {
    const { resolve, save, says } = storing();
    save();
    await arrived();
    expect(says()).toBe('');
    resolve();
    await arrived();
    expect(says()).toBe(saved);
  });

  it('that fails is said, and what was typed stays', async () => {
    const { reject, save, says } = storing();
    type(field(label), typed);
    save();
    reject(new Error('The disk is full'));
    await arrived();
    expect(says()).toMatch(/could not be saved/);
    expect(field(label).value).toBe(typed);
  });

  it('is done once, however often it is pressed meanwhile', async () => {
    const { resolve, save, times } = storing();
    save();
    save();
    expect(times()).toBe(1);
    // What is new is not lost for that.
    type(field(label), typed);
    save();
    expect(times()).toBe(2);
    resolve();
    await arrived();
    save();
    expect(times()).toBe(3);
  });

  it('that fails is said, also when something was changed since', async () => {
    const { reject, save, says } = storing();
    save();
    type(field(label), typed);
    reject(new Error('The disk is full'));
    await arrived();
    expect(says()).toMatch(/could not be saved/);
  });

  it('says nothing of what was changed since', async () => {
    const { resolve, save, says } = storing();
    save();
    type(field(label), typed);
    resolve();
    await arrived();
    expect(says()).toBe('');
  });
});
