// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { ScheduleEditor } from '../../../components/ScheduleEditor';
import type { ReviewTimes } from '../../../lib/domain/reviewTimes';
import { defaultSchedule, type Schedule } from '../../../lib/domain/schedule';
import { arrived, button, click, field, note, show, submit, type, words } from './screen';

function editor(changes: Partial<Schedule> = {}) {
  const onSave = vi.fn<(schedule: Schedule) => Promise<void>>().mockResolvedValue();
  const root = show(
    <ScheduleEditor
      schedule={{ ...defaultSchedule, ...changes }}
      today="2026-03-05"
      onSave={onSave}
    />,
  );
  const labelled = (label: string) => {
    const input = root.querySelector<HTMLInputElement>(`[aria-label="${label}"]`);
    if (!input) throw new Error(`No field “${label}”`);
    return input;
  };
  const save = () => {
    submit(root.querySelector('form'));
  };
  return { root, labelled, onSave, save };
}

describe('ScheduleEditor', () => {
  it('saves what it was given', async () => {
    const { onSave, save, root } = editor();
    save();
    expect(onSave).toHaveBeenCalledExactlyOnceWith(defaultSchedule);
    await arrived();
    expect(words(root)).toContain('Schedule saved.');
  });

  it('switches weekdays on and off and takes their hours', () => {
    const { onSave, save, labelled } = editor();
    click(field('Monday'));
    click(field('Saturday'));
    type(labelled('Saturday from'), '10:00');
    type(labelled('Saturday until'), '14:30');
    save();
    expect(onSave.mock.calls[0]?.[0].hours).toMatchObject({ 1: null, 6: { start: 600, end: 870 } });
  });

  it('says beside the weekday that its hours reach into the next day', () => {
    const { onSave, save, labelled, root } = editor();
    type(labelled('Friday from'), '18:00');
    type(labelled('Friday until'), '02:00');
    expect(root.querySelectorAll('.weekday .problem')).toHaveLength(1);
    expect(words(labelled('Friday until').closest('li'))).toContain('reach into the next day');
    save();
    expect(onSave).not.toHaveBeenCalled();
    type(field('A new day starts at'), '04:00');
    save();
    expect(onSave.mock.calls[0]?.[0]).toMatchObject({
      dayStartsAt: 240,
      hours: { 5: { start: 1080, end: 1560 } },
    });
  });

  it('keeps checkpoints in order, with their names and shares', () => {
    const { onSave, save, root } = editor({ checkpoints: [{ at: 720, anchor: 'lunch' }] });
    click(button('Add a checkpoint'));
    const [, added] = root.querySelectorAll<HTMLElement>('.checkpoint');
    if (!added) throw new Error('Nothing was added');
    type(field('Time', added), '10:30');
    type(field('Name', added), 'coffee');
    type(field('Part of the day, %', added), '40');
    save();
    expect(onSave.mock.calls[0]?.[0].checkpoints).toEqual([
      { at: 630, anchor: 'coffee', share: 0.4 },
      { at: 720, anchor: 'lunch' },
    ]);
  });

  it('asks for more in the morning in words, and says at once what that means', () => {
    const { onSave, save, root } = editor();
    const means = () => note(field('Over the day'));
    expect(means()).toBe(
      'Of 20 actions that is 2 by 9:00 AM, 9 by lunch, 20 before you leave, until your own days show another shape.',
    );
    type(field('Over the day'), 'much');
    expect(means()).toContain('3 by 9:00 AM, 10 by lunch, 20 before you leave');
    save();
    expect(onSave.mock.calls[0]?.[0].frontLoad).toBe(0.25);
    type(field('Over the day'), 'even');
    save();
    expect(onSave.mock.calls[1]?.[0]).not.toHaveProperty('frontLoad');
    expect(words(root)).not.toContain('NaN');
  });

  it('shows what is stored as the nearest of its words', () => {
    editor({ frontLoad: 0.12 });
    expect(field('Over the day')).toHaveProperty('value', 'little');
  });

  it.each([
    ['Time', '12:00', 'Two checkpoints have the same time.'],
    ['Part of the day, %', '120', 'The part of the day is a number from 0 to 100.'],
    ['Time', '00:00', 'A checkpoint has to come after the day has started.'],
  ])('refuses a checkpoint in words: %s %s', (label, value, sentence) => {
    const { onSave, save, root } = editor();
    const [first] = root.querySelectorAll<HTMLElement>('.checkpoint');
    type(field(label, first), value);
    save();
    expect(words(root)).toContain(sentence);
    expect(onSave).not.toHaveBeenCalled();
  });

  it('refuses a later checkpoint that asks for less', () => {
    const { root, onSave, save } = editor({
      checkpoints: [
        { at: 600, share: 0.5 },
        { at: 720, share: 0.2 },
      ],
    });
    save();
    expect(words(root)).toContain('cannot ask for less');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('refuses a day that starts in the afternoon', () => {
    const { onSave, save } = editor();
    type(field('A new day starts at'), '13:00');
    save();
    expect(note(field('A new day starts at'))).toBe('A day can start between 0:00 and 12:00.');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('takes the review in the week at another time, every second week, and says when the next one is', () => {
    const { onSave, save } = editor();
    expect(field('And in the week').value).toBe('3');
    expect(field('At').value).toBe('12:00');
    expect(note(field('How often'))).toBe('The next one: Friday, March 6.');
    type(field('And in the week'), '4');
    expect(note(field('How often'))).toBe('The next one: Thursday, March 5.');
    type(field('At'), '09:30');
    type(field('How often'), 'next');
    expect(note(field('How often'))).toBe('The next one: Thursday, March 12.');
    save();
    const reviews = { midweek: { weekday: 4, minute: 570 }, everySecond: '2026-03-12' };
    expect(onSave.mock.calls[0]?.[0].reviews).toEqual(reviews);
    type(field('How often'), 'this');
    save();
    expect(onSave.mock.calls[1]?.[0].reviews).toEqual({ ...reviews, everySecond: '2026-03-05' });
    type(field('How often'), 'every');
    type(field('And in the week'), 'none');
    save();
    expect(onSave.mock.calls[2]?.[0].reviews).toEqual({ midweek: null });
  });

  it.each([
    ['2026-02-19', 'this'],
    ['2026-03-15', 'next'],
  ])('shows reviews of every second week around %s as %s', (everySecond, shown) => {
    editor({ reviews: { midweek: null, everySecond } });
    expect(field('How often')).toHaveProperty('value', shown);
  });

  describe('left open past the change of weeks', () => {
    /** The page of 5 March, a Thursday, and what it saves the week after. */
    const onSave = vi.fn<(schedule: Schedule) => Promise<void>>().mockResolvedValue();
    const open = (today: string, reviews: ReviewTimes | undefined) => {
      const schedule = { ...defaultSchedule, ...(reviews && { reviews }) };
      return show(<ScheduleEditor schedule={schedule} today={today} onSave={onSave} />);
    };
    const save = async (root: HTMLElement) => {
      onSave.mockClear();
      submit(root.querySelector('form'));
      await arrived();
      return onSave.mock.calls[0]?.[0].reviews;
    };
    const midweek = { weekday: 3, minute: 720 } as const;

    it('takes “this week” for the week in which it is saved', async () => {
      open('2026-03-05', undefined);
      type(field('How often'), 'this');
      const root = open('2026-03-09', undefined);
      expect(field('How often').value).toBe('this');
      expect(await save(root)).toEqual({ midweek, everySecond: '2026-03-09' });
    });

    it('leaves a fortnight that was saved in turn: a choice is made once', async () => {
      const root = open('2026-03-05', undefined);
      type(field('How often'), 'this');
      const saved = await save(root);
      open('2026-03-09', saved);
      expect(field('How often').value).toBe('next');
      type(field('At'), '10:00');
      expect(await save(root)).toEqual({
        midweek: { weekday: 3, minute: 600 },
        everySecond: '2026-03-05',
      });
    });

    it('leaves a fortnight in turn that was told anew when weeks came to begin on another day', async () => {
      open('2026-03-05', { midweek, everySecond: '2026-03-06' });
      // What was saved says the same of other weeks by another day.
      const root = open('2026-03-09', { midweek, everySecond: '2026-03-01' });
      type(field('At'), '10:00');
      expect(await save(root)).toEqual({
        midweek: { weekday: 3, minute: 600 },
        everySecond: '2026-03-01',
      });
    });
  });

  it('leaves reviews of every second week where they are while weeks are to begin on another day', () => {
    editor({ reviews: { midweek: null, everySecond: '2026-03-06' } });
    type(field('The week starts on'), '5');
    expect(field('How often')).toHaveProperty('value', 'this');
    expect(note(field('How often'))).toBe('The next one: Friday, March 6.');
  });

  it('has a review past midnight in the day that it belongs to', () => {
    const nights = { 5: null, 4: { start: 1200, end: 1620 }, 3: { start: 1200, end: 1620 } };
    const { onSave, save } = editor({
      dayStartsAt: 300,
      hours: { ...defaultSchedule.hours, ...nights },
      checkpoints: [],
    });
    type(field('At'), '01:00');
    save();
    expect(onSave.mock.calls[0]?.[0].reviews?.midweek).toEqual({ weekday: 3, minute: 1500 });
  });

  it.each([
    ['Saturday', '6', 'has to lie within the working hours of its day'],
    ['Friday', '5', 'ends with a review anyway'],
  ])('refuses a review in the week on %s with one sentence', (_, weekday, sentence) => {
    const { onSave, save } = editor();
    type(field('And in the week'), weekday);
    save();
    expect(note(field('And in the week'))).toContain(sentence);
    expect(onSave).not.toHaveBeenCalled();
  });

  it('adds and removes days off', () => {
    const { onSave, save } = editor({ daysOff: ['2026-12-25'] });
    type(field('Date'), '2026-12-24');
    click(button('Add day off'));
    save();
    expect(onSave.mock.calls[0]?.[0].daysOff).toEqual(['2026-12-24', '2026-12-25']);
  });

  it('takes an outlook with its reason and its days, and says what is missing', () => {
    const one = {
      percent: -10,
      reason: 'season' as const,
      first: '2026-12-21',
      last: '2026-12-31',
    };
    const { onSave, save, root } = editor({ expectations: [one] });
    const add = () => {
      click(button('Add outlook'));
    };
    type(field('More or less, %'), '40');
    add();
    expect(note(field('More or less, %'))).toMatch(/^An outlook is a whole number from -30 to 30/);
    expect(note(field('Why'))).toBe('Choose why you expect that.');
    expect(note(field('First day'))).toBe('An outlook needs a first and a last day.');
    type(field('More or less, %'), '20');
    type(field('Why'), 'list');
    type(field('First day'), '2026-11-25');
    type(field('Last day'), '2026-12-21');
    expect(note(field('Last day'))).toMatch(/^There is an outlook for some of these days already/);
    add();
    expect(root.querySelectorAll('.chips li')).toHaveLength(1);
    type(field('Last day'), '2026-12-04');
    add();
    expect(words(root.querySelector('.chips li'))).toMatch(
      /^\+20%, a new list, Wed, Nov 25, 2026 to Fri, Dec 4, 2026/,
    );
    expect(field('More or less, %').value).toBe('');
    click(button('Remove: -10%, the season, Mon, Dec 21, 2026 to Thu, Dec 31, 2026'));
    save();
    expect(onSave.mock.calls[0]?.[0].expectations).toEqual([
      { percent: 20, reason: 'list', first: '2026-11-25', last: '2026-12-04' },
    ]);
  });
});
