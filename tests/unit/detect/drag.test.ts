// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import {
  answered,
  atRest,
  atWork,
  find,
  html5Drop,
  look,
  pass,
  pointerDown,
  pointerUp,
  press,
  rule,
  scriptDoes,
  siteWith,
  useFakePage,
  visit,
} from './visit';

useFakePage();

const site = siteWith(
  rule({
    intents: [{ event: 'drop', target: ['.card'] }],
    kind: (_values, { captures }) => (captures['to'] === 'won' ? ['win'] : ['stage']),
    confirm: [[{ moves: { container: ['.column'], named: 'data-stage' } }]],
    identity: (target) => target.id,
    within: 5000,
  }),
);

const card = (id: string) => `<div class="card" id="${id}" tabindex="0">Deal</div>`;
const board = `<div class="column" data-stage="new">${card('deal-1')}${card('deal-2')}</div>
  <div class="column" data-stage="open"></div><div class="column" data-stage="won"></div>`;

const put = (id: string, stage: string) => {
  find(`[data-stage="${stage}"]`).append(find(`#${id}`));
};
const dragByPointer = (id: string) => {
  pointerDown(`#${id}`, 10, 10);
  pass(400);
  pointerUp('body', 300, 12);
};

describe('a card', () => {
  test('dragged by the pointer counts for the column it lands in', () => {
    const { counted } = visit(site, board);
    dragByPointer('deal-1');
    put('deal-1', 'open');
    look();
    expect(counted).toMatchObject([{ kinds: ['stage'], evidence: 'moves' }]);
    dragByPointer('deal-2');
    put('deal-2', 'won');
    look();
    expect(counted[1]).toMatchObject({ kinds: ['win'] });
  });

  test('dragged the HTML5 way counts', () => {
    const { counted } = visit(site, board);
    pointerDown('#deal-1', 10, 10);
    pass(400);
    html5Drop('[data-stage="open"]');
    put('deal-1', 'open');
    look();
    expect(counted).toHaveLength(1);
  });

  test('moved by keyboard counts: Space lifts, Space drops', () => {
    const { counted } = visit(site, board);
    press('#deal-1', ' ');
    press('#deal-1', 'ArrowRight');
    press('#deal-1', ' ');
    put('deal-1', 'open');
    look();
    expect(counted).toHaveLength(1);
  });

  test('lifted by keyboard and put back with Escape counts nothing, even if it moves later', () => {
    const { counted } = visit(site, board);
    press('#deal-1', ' ');
    press('#deal-1', 'ArrowRight');
    press('#deal-1', 'Escape');
    put('deal-1', 'open');
    pass(6000);
    expect(counted).toEqual([]);
    expect(atWork()).toEqual(atRest);
  });

  test('dragged and called off with Escape counts nothing', () => {
    const { counted } = visit(site, board);
    pointerDown('#deal-1', 10, 10);
    press('#deal-1', 'Escape');
    pointerUp('body', 300, 10);
    put('deal-1', 'open');
    pass(6000);
    expect(counted).toEqual([]);
  });

  test('that was only pressed is not moved', () => {
    const { counted } = visit(site, board);
    pointerDown('#deal-1', 10, 10);
    pointerUp('#deal-1', 12, 13);
    expect(atWork()).toEqual(atRest);
    put('deal-1', 'open');
    look();
    expect(counted).toEqual([]);
  });

  test('dropped where it was counts nothing', () => {
    const { counted } = visit(site, board);
    dragByPointer('deal-1');
    pass(6000);
    expect(counted).toEqual([]);
  });

  test('dropped where it was is not credited with what a colleague’s move does to it later', () => {
    const { counted } = visit(site, board);
    dragByPointer('deal-1');
    pass(500);
    pointerDown('#deal-2', 10, 10);
    put('deal-1', 'open');
    pass(6000);
    expect(counted).toEqual([]);
  });

  test('that had landed before the hand went on still counts', () => {
    const { counted } = visit(site, board);
    dragByPointer('deal-1');
    put('deal-1', 'open');
    pointerDown('#deal-2', 10, 10);
    look();
    expect(counted).toHaveLength(1);
  });

  test('drawn anew in its new column is found by its id', () => {
    const { counted } = visit(site, board);
    dragByPointer('deal-1');
    find('#deal-1').remove();
    find('[data-stage="won"]').innerHTML = card('deal-1');
    look();
    expect(counted).toMatchObject([{ kinds: ['win'] }]);
  });

  test('that waited in the hand longer than a deadline counts when it is dropped', () => {
    const { counted } = visit(site, board);
    press('#deal-1', ' ');
    pass(8000);
    press('#deal-1', 'ArrowRight');
    press('#deal-1', ' ');
    put('deal-1', 'open');
    look();
    expect(counted).toHaveLength(1);
  });

  test('moved by a script counts nothing', () => {
    const { counted } = visit(site, board);
    scriptDoes(() => {
      dragByPointer('deal-1');
    });
    put('deal-1', 'open');
    pass(6000);
    expect(counted).toEqual([]);
  });

  test('whose move must also be saved counts when it is', () => {
    const saved = siteWith(
      rule({
        intents: [{ event: 'drop', target: ['.card'] }],
        kind: 'stage',
        confirm: [
          [
            { moves: { container: ['.column'], named: 'data-stage' } },
            { request: /\/api\/deals\/deal-(?<identity>.*)$/ },
          ],
        ],
        identity: (target) => target.id.replace('deal-', ''),
      }),
    );
    const { counted } = visit(saved, board);
    dragByPointer('deal-1');
    put('deal-1', 'open');
    answered('/api/deals/deal-2');
    look();
    expect(counted).toEqual([]);
    answered('/api/deals/deal-1');
    look();
    expect(counted).toHaveLength(1);
  });
});
