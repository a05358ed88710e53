import { evaluate } from './evaluate.mjs';

/**
 * Whether everything fits on a surface: in the page, beside it, or on a page of ours.
 *
 * @typedef {object} Surface
 * @property {(expression: string) => Promise<any>} see runs a function of the surface's root where it is drawn
 * @property {() => Promise<unknown>} tab presses Tab, as somebody without a mouse would
 */

/** @param {import('./sidebar.mjs').Sidebar} sidebar @returns {Surface} */
export const inPage = (sidebar) => ({
  see: (expression) => sidebar.see(expression),
  tab: () => sidebar.page.keyboard.press('Tab'),
});

/** @param {import('./sidePanel.mjs').SidePanel} panel @returns {Surface} */
export const beside = (panel) => ({
  see: (expression) => panel.see(expression),
  tab: () => panel.press('Tab'),
});

/**
 * What an update has cut off from its extension: the script's own world cannot find its root any more, the browser can.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<Surface>}
 */
export async function cutOff(page) {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const html = root.children?.find(({ localName }) => localName === 'html');
  const [shadow] = (html?.children ?? []).flatMap(({ shadowRoots = [] }) => shadowRoots);
  if (!shadow) throw new Error('nothing of ours hangs on the page');
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
  return {
    async see(expression) {
      const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId,
        functionDeclaration: `function () { return (${expression})(this); }`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    tab: () => page.keyboard.press('Tab'),
  };
}

/** @param {import('playwright-core').Page} page @returns {Promise<Surface>} */
export async function ofOurs(page) {
  const session = await page.context().newCDPSession(page);
  return {
    see: (expression) => evaluate((...call) => session.send(...call), `(${expression})(document)`),
    tab: () => page.keyboard.press('Tab'),
  };
}

/**
 * What does not fit, a line each: text that is cut off and nowhere to be had whole, texts and controls that lie over one
 * another, what has to be scrolled sideways, and typed text that is shown from its end.
 *
 * @param {Surface} surface
 * @returns {Promise<string[]>}
 */
export function misfits({ see }) {
  return see(`(root) => (${findMisfits})(root, (${geometry})(root))`);
}

/**
 * Presses Tab through all of a surface: where the order jumps against the reading order, what never gets the focus, and
 * where nobody would see that it has it.
 *
 * @param {Surface} surface
 * @returns {Promise<{ stops: number, faults: string[] }>}
 */
export async function tabThrough({ see, tab }) {
  await see(`async (root) => {
    const fit = (globalThis.fit = { ...(${geometry})(root), seen: [], faults: [], stays: 0 });
    // A surface that has just come is drawn once more when all is read, and what had the focus is gone.
    for (let tries = 0; tries < 10; tries += 1) {
      const [first] = fit.controls();
      // What a click has left in focus shows none: it begins afresh.
      root.activeElement?.blur();
      first?.focus({ focusVisible: true });
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      if (root.activeElement === first) break;
    }
  }`);
  while (await see(`(root) => (${takeStop})(root, globalThis.fit)`)) await tab();
  return see(`() => {
    const { fit } = globalThis;
    delete globalThis.fit;
    return { stops: fit.seen.length, faults: [...fit.faults, ...fit.never()] };
  }`);
}

/** What the three share, in the surface's own world. Boxes are in the window's pixels. */
function geometry(/** @type {Document | ShadowRoot} */ root) {
  const style = (/** @type {Element} */ one) => getComputedStyle(one);
  /** Drawn, and for the eye: not closed away, and not kept for those who listen. */
  const isDrawn = (/** @type {Element} */ one) =>
    one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !one.closest('.hidden, option, style, script, title');

  /** What an element lies in, inmost first; what is taken out of the flow leaves some of it. A text lies in its element, too. */
  function* around(/** @type {Element} */ element, ofText = false) {
    if (ofText) yield { one: element, its: style(element) };
    let { position } = style(element);
    for (let one = element.parentElement; one; one = one.parentElement) {
      if (position === 'fixed') return;
      const its = style(one);
      if (position === 'absolute' && its.position === 'static') continue;
      ({ position } = its);
      yield { one, its };
    }
  }
  const box = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const common = (a, b) => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const isEmpty = ({ left, top, right, bottom }) => right - left < 1 || bottom - top < 1;
  /** The part of an element's inside that shows, and in which directions one can scroll to the rest. */
  function inside(one, its) {
    const outer = one.getBoundingClientRect();
    const left = outer.left + one.clientLeft;
    const top = outer.top + one.clientTop;
    const shows = { left, top, right: left + one.clientWidth, bottom: top + one.clientHeight };
    const scrolls = (/** @type {string} */ overflow) => /auto|scroll/.test(overflow);
    return { shows, x: scrolls(its.overflowX), y: scrolls(its.overflowY) };
  }

  /** Where an element cuts off what is in a place: it hides the rest, and one cannot scroll to it. Null where none does. */
  function cutter(/** @type {Element} */ element, place, ofText = false) {
    const slack = { x: 1, y: ofText ? 3 : 1 };
    let rest = box(place);
    for (const { one, its } of around(element, ofText)) {
      if (its.overflow === 'visible') continue;
      if (one === document.documentElement || one === document.body) continue;
      if (its.display === 'inline') continue;
      const { shows, x, y } = inside(one, its);
      const beyondX = rest.left < shows.left - slack.x || rest.right > shows.right + slack.x;
      const beyondY = rest.top < shows.top - slack.y || rest.bottom > shows.bottom + slack.y;
      if ((beyondX && !x) || (beyondY && !y)) return one;
      rest = common(rest, shows);
      if (isEmpty(rest)) return null;
    }
    // In a window of its own one scrolls; what is fixed over a page stays where it is.
    const isFixed = [element, ...[...around(element)].map(({ one }) => one)].some(
      (one) => style(one).position === 'fixed',
    );
    const right = isFixed || style(document.documentElement).direction === 'ltr';
    const lost =
      (right && rest.left < -slack.x) ||
      (isFixed &&
        (rest.right > innerWidth + slack.x ||
          rest.top < -slack.y ||
          rest.bottom > innerHeight + slack.y));
    return lost ? document.documentElement : null;
  }
  /** The part of a place that shows now. */
  function shown(/** @type {Element} */ element, place) {
    let rest = box(place);
    for (const { one, its } of around(element))
      if (
        its.overflow !== 'visible' &&
        its.display !== 'inline' &&
        one !== document.documentElement
      )
        rest = common(rest, inside(one, its).shows);
    return rest;
  }

  const every = () => [...root.querySelectorAll('*')].filter(isDrawn);
  const isControl = (/** @type {Element} */ one) =>
    one.matches('button, a[href], input, select, textarea, summary, [tabindex="0"]');
  /** What the rep can use now, in the order of the page. An open dialog leaves nothing else. */
  const controls = () => {
    const sheet = root.querySelector('dialog:modal');
    return every().filter(
      (one) => isControl(one) && !one.matches(':disabled') && (!sheet || sheet.contains(one)),
    );
  };
  const words = (text) => text.replace(/\s+/g, ' ').trim();
  function nameOf(/** @type {Element} */ one) {
    const [label] = /** @type {HTMLInputElement} */ (one).labels ?? [];
    const said = one.getAttribute('aria-label') ?? (label ?? one).textContent ?? '';
    const kind = [one.localName, ...one.classList].join('.');
    return `${kind} “${words(said).slice(0, 60)}”`;
  }
  return {
    style,
    around,
    inside,
    common,
    isEmpty,
    cutter,
    shown,
    every,
    isControl,
    controls,
    words,
    nameOf,
  };
}

function findMisfits(/** @type {Document | ShadowRoot} */ root, of) {
  const { style, around, inside, common, isEmpty, cutter, every, isControl, words, nameOf } = of;
  const faults = new Set();
  const drawn = every();

  /** Each line of each text, a little less high than its font makes it. */
  const lines = drawn.flatMap((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && words(node.nodeValue ?? ''))
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()]
          .filter(({ width }) => width > 0)
          .map(({ left, right, top, bottom, height }) => ({
            element,
            place: { left, right, top: top + height / 6, bottom: bottom - height / 6 },
          }));
      }),
  );

  /** Whether a text that is cut off can be read whole somewhere: in a tooltip in it or around it. */
  function isSaid(/** @type {Element} */ text) {
    const whole = words(text.textContent ?? '');
    const titled = [...text.querySelectorAll('[title]')];
    for (let one = text; one; one = one.parentElement) titled.push(one);
    return titled.some((one) => words(one.getAttribute('title') ?? '').includes(whole));
  }

  for (const { element, place } of lines) {
    const by = cutter(element, place, true);
    if (by && !isSaid(by === document.documentElement ? element : by))
      faults.add(`cut off: ${nameOf(element)}`);
  }
  for (const element of drawn) {
    const cut =
      style(element).textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth;
    if (cut && !isSaid(element)) faults.add(`cut off: ${nameOf(element)}`);
    if (isControl(element) && cutter(element, element.getBoundingClientRect()))
      faults.add(`cut off: ${nameOf(element)}`);
    const field = fieldText(element);
    if (field && widthOf(field.text, element) > field.room && !element.title)
      faults.add(`cut off: ${nameOf(element)}: ${field.text}`);
  }

  for (const field of drawn.filter((one) => one.matches('input[type="text"]'))) {
    const [first] = /\p{L}/u.exec(field.value) ?? [];
    const { direction, unicodeBidi } = style(field);
    const turned = first && /[\u0590-\u08ff]/.test(first) !== (direction === 'rtl');
    if (turned && unicodeBidi !== 'plaintext') faults.add(`from its end: ${nameOf(field)}`);
  }

  /** What stands in a field that nobody can scroll to the end of by typing. */
  function fieldText(element) {
    const { paddingInlineStart, paddingInlineEnd } = style(element);
    const room =
      element.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
    if (element instanceof HTMLSelectElement) {
      const text = element.selectedOptions[0]?.text ?? '';
      // The arrow needs room of its own.
      return { text, room: room - 14 };
    }
    if (!(element instanceof HTMLInputElement)) return null;
    if (element.type === 'number') return { text: element.value, room };
    return element.value === '' && element.placeholder ? { text: element.placeholder, room } : null;
  }
  function widthOf(text, element) {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style(element).font;
    return Math.floor(pen.measureText(text).width);
  }

  /** One scrolls in it or below it: what it holds lies over the rest on purpose, or is not there at all. */
  const isLayer = (one, its) =>
    one.matches('dialog') ||
    /sticky|fixed/.test(its.position) ||
    /auto|scroll/.test(its.overflowX + its.overflowY);
  /** What there is of a text's line or a control, also where one has to scroll to it. */
  function pieceOf(element, place, ofText = false) {
    let rest = place;
    for (const { one, its } of around(element, ofText)) {
      if (isLayer(one, its)) return { element, place: rest, layer: one };
      if (its.overflow !== 'visible' && its.display !== 'inline')
        rest = common(rest, inside(one, its).shows);
    }
    return { element, place: rest, layer: null };
  }
  const pieces = [
    ...lines.map(({ element, place }) => pieceOf(element, place, true)),
    ...drawn
      .filter((element) => isControl(element) || element.matches('svg.icon'))
      .map((element) => pieceOf(element, element.getBoundingClientRect())),
  ].filter(({ place }) => !isEmpty(place));
  /** Opaque, and over what it covers whole: that is not there to be read or used for now. */
  const covers = drawn
    .filter(
      (one) => style(one).position === 'absolute' && /^rgb\(/.test(style(one).backgroundColor),
    )
    .map((one) => pieceOf(one, one.getBoundingClientRect()));
  const isCovered = ({ element, place, layer }) =>
    covers.some(
      (over) =>
        over.layer === layer &&
        !over.element.contains(element) &&
        place.left >= over.place.left - 1 &&
        place.right <= over.place.right + 1 &&
        place.top >= over.place.top - 1 &&
        place.bottom <= over.place.bottom + 1,
    );
  const bare = pieces
    .filter((piece) => !isCovered(piece))
    .sort((a, b) => a.place.top - b.place.top);
  bare.forEach((a, index) => {
    for (const b of bare.slice(index + 1)) {
      if (b.place.top >= a.place.bottom) break;
      if (a.layer !== b.layer || a.element.contains(b.element) || b.element.contains(a.element))
        continue;
      // One button over a picture of its own sentence.
      if ([a, b].some(({ element }) => element.closest('[aria-hidden="true"]:not(svg)'))) continue;
      const both = common(a.place, b.place);
      if (both.right - both.left > 2 && both.bottom - both.top > 2)
        faults.add(`over one another: ${nameOf(a.element)} and ${nameOf(b.element)}`);
    }
  });

  const scrolls = (one) =>
    one === document.documentElement
      ? !(root instanceof ShadowRoot)
      : /auto|scroll/.test(style(one).overflowX);
  for (const one of [document.documentElement, ...drawn])
    // A table may be wider than the window, where one gets at all of it by keyboard.
    if (
      scrolls(one) &&
      one.scrollWidth > one.clientWidth + 1 &&
      !one.matches('[tabindex="0"]:has(> table)')
    )
      faults.add(
        `sideways: ${one.localName}.${one.className} by ${one.scrollWidth - one.clientWidth}`,
      );
  return [...faults];
}

/** Looks at what has the focus now; false once Tab has come to the end. */
function takeStop(/** @type {Document | ShadowRoot} */ root, fit) {
  const { style, shown, isEmpty, controls, nameOf, seen, faults } = fit;
  fit.never ??= () => {
    const groups = new Set(seen.map((one) => one.type === 'radio' && one.name));
    return controls()
      .filter((one) => !seen.includes(one) && !(one.type === 'radio' && groups.has(one.name)))
      .map((one) => `never in focus: ${nameOf(one)}`);
  };
  const last = seen.at(-1);
  const one = root.activeElement;
  if (!one || one === document.body) return false;
  if (one === last) {
    // A date has a stop for each of its parts.
    fit.stays += 1;
    if (fit.stays > 8) faults.push(`holds the focus: ${nameOf(one)}`);
    return fit.stays <= 8;
  }
  if (seen.includes(one)) return false;
  fit.stays = 0;
  seen.push(one);

  const place = one.getBoundingClientRect();
  const { outlineStyle, outlineWidth, outlineOffset } = style(one);
  const reach = parseFloat(outlineOffset) + parseFloat(outlineWidth);
  const ring = {
    left: place.left - reach,
    top: place.top - reach,
    right: place.right + reach,
    bottom: place.bottom + reach,
  };
  const part = shown(one, ring);
  const sides = ['left', 'top', 'right', 'bottom'].filter(
    (side) => Math.abs(part[side] - ring[side]) < 1,
  );
  const has = outlineStyle !== 'none' && reach > 0 && sides.length > 0;
  const visible = shown(one, place);
  const at = [(visible.left + visible.right) / 2, (visible.top + visible.bottom) / 2];
  const top = root.elementFromPoint(at[0], at[1]);
  const labels = [...(one.labels ?? [])];
  if (
    !has ||
    isEmpty(visible) ||
    !top ||
    !(one.contains(top) || labels.some((label) => label.contains(top)))
  )
    faults.push(`focus not to be seen: ${nameOf(one)}`);

  if (last?.isConnected) {
    const before = last.getBoundingClientRect();
    const onward =
      style(one.parentElement).direction === 'ltr'
        ? (a, b) => a.left >= b.left - 1
        : (a, b) => a.right <= b.right + 1;
    const overlap = Math.min(before.bottom, place.bottom) - Math.max(before.top, place.top);
    const isBeside = overlap > Math.min(before.height, place.height) / 2;
    const isAbove = !isBeside && place.top < before.top;
    // From the foot of one column to the head of the next.
    let parent = one.parentElement;
    while (parent && !parent.contains(last)) parent = parent.parentElement;
    const [mine, its] = [one, last].map((end) =>
      [...(parent?.children ?? [])].find((child) => child.contains(end))?.getBoundingClientRect(),
    );
    const isNextColumn =
      mine &&
      its &&
      onward(mine, its) &&
      (mine.left >= its.right - 1 || mine.right <= its.left + 1);
    if ((isBeside && !onward(place, before)) || (isAbove && !isNextColumn))
      faults.push(`jumps: from ${nameOf(last)} to ${nameOf(one)}`);
  }
  return true;
}
