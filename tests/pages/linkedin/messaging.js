import { bubbles, modals } from './interop.js';
import {
  ask,
  classicIcon,
  did,
  draw,
  element,
  emberId,
  markup,
  moves,
  on,
  state,
  step,
  t,
} from './page.js';

/*
 * A conversation and its form, in the page or in a bubble. Class names, the send-mode radios and the two modes V of
 * 2026-06-25/28; hint text S; the subject of an InMail S. The look of a message that failed, of editing, of pickers and
 * of the question before a draft is dropped is N: plain markup of ours, in which only what they do matters.
 */
const mark = 'data-test-msg-ui-send-mode-toggle-presenter__';
const emojis = ['🙂', '🎉', '👍'];
const offers = { ':': emojis, '@': ['Carl Connected', 'Dana Connected'] };

const told = ({ own, text, urn, failed, removed }, { name }) => markup`
  <li class="msg-s-message-list__event clearfix">
    <div class="msg-s-event-listitem ${own ? '' : 'msg-s-event-listitem--other'}" data-event-urn="${urn}">
      <span class="msg-s-message-group__name">${own ? 'Robin Muster' : name}</span>
      <p class="msg-s-event-listitem__body">${removed ? t('removed') : text}</p>
      ${failed ? markup`<span role="status">${t('failed')}</span> <button type="button" data-lab-retry>${t('retry')}</button>` : ''}
      ${own && !failed && !removed ? markup`<button type="button" data-lab-edit>${t('edit')}</button><button type="button" data-lab-remove>${t('remove')}</button>` : ''}
      ${own ? '' : markup`<button type="button" aria-label="${t('react')}" data-lab-react>👍</button>`}
    </div>
  </li>`;

const toggle = (mode, name = emberId()) => markup`<div class="msg-form__send-mode" role="group">
  <label><input type="radio" name="${name}" ${mark}enter-to-send-input="" ${mode === 'click' ? '' : 'checked'}> ${t('enterSends')}</label>
  <label><input type="radio" name="${name}" ${mark}click-to-send-input="" ${mode === 'click' ? 'checked' : ''}> ${t('clickSends')}</label></div>`;

const footer = (mode) => markup`
  <button type="button" class="emoji-hoverable" aria-label="${t('emoji')}" data-lab-emoji>${classicIcon('emoji-small')}</button>
  ${mode === 'click' || mode === 'radio' ? markup`<button class="msg-form__send-button artdeco-button artdeco-button--1" type="submit" disabled>${t('send')}</button>` : ''}
  ${mode === 'hint' ? markup`<span class="msg-form__hint-text">${t('enterHint')}</span>` : ''}
  <button class="msg-form__send-toggle artdeco-button" ${mark}button="" type="button" aria-label="${t('sendOptions')}" aria-expanded="false">⋯</button>
  ${mode === 'radio' ? toggle(mode) : ''}`;

const form = (subject) => markup`<form class="msg-form" id="${emberId()}">
  ${subject ? markup`<input name="subject" type="text" class="msg-form__subject" placeholder="${t('subject')}" aria-label="${t('subject')}">` : ''}
  <div class="msg-form__msg-content-container"><div class="msg-form__contenteditable t-14" role="textbox" contenteditable="true" aria-multiline="true" aria-label="${t('write')}"><p><br></p></div></div>
  <footer class="msg-form__footer"></footer></form>`;

/**
 * The conversation with somebody: what was said, and the form.
 *
 * @param {{ place: 'page' | 'bubble', first?: () => void }} how `first` runs when the first message of all has been sent
 */
export function conversation(them, { place, first = () => {} }) {
  const who = them.slug;
  const inmail = them.relation !== 'connected';
  const events = state.threads[who].map((event) => ({ ...event }));
  let mode = state.sendMode;
  const all = element(markup`<div class="msg-convo-wrapper">
    <div class="msg-s-message-list" tabindex="0"><ul class="msg-s-message-list-content list-style-none"></ul></div>${form(inmail)}</div>`);
  const scroller = all.querySelector('.msg-s-message-list');
  const list = all.querySelector('ul');
  const composer = all.querySelector('form');
  const editor = all.querySelector('.msg-form__contenteditable');
  const text = () => editor.innerText.trim();

  // One event at a time, as Ember does: what stands is not made anew.
  const nodes = new Map();
  const put = (event, { atTop = false } = {}) => {
    const node = element(told(event, them));
    if (nodes.has(event)) nodes.get(event).replaceWith(node);
    else if (atTop) list.prepend(node);
    else list.append(node);
    nodes.set(event, node);
    node.event = event;
  };
  const eventOf = (target) => target.closest('li').event;

  const refresh = () => {
    const button = composer.querySelector('.msg-form__send-button');
    if (button) button.disabled = text() === '';
  };
  const arrange = () => {
    draw(composer.querySelector('footer'), footer(mode));
    refresh();
  };
  const clear = () => {
    draw(editor, markup`<p><br></p>`);
    if (composer.subject) composer.subject.value = '';
    refresh();
  };

  async function send() {
    const subject = composer.querySelector('[name="subject"]')?.value;
    const event = {
      own: true,
      text: text(),
      urn: `urn:li:msg_message:pending-${crypto.randomUUID()}`,
    };
    if (!event.text) return;
    const early = state.optimistic && moves('message');
    if (early) {
      clear();
      put(event);
      scroller.scrollTop = scroller.scrollHeight;
    }
    await deliver(event, subject, early);
  }

  async function deliver(event, subject, early = true) {
    event.failed = false;
    const outcome = await ask('message', { who, text: event.text, subject });
    if (outcome === 'unmoved') return;
    if (outcome === 'failed') {
      step('message failed', { who });
      event.failed = early;
      if (early) put(event);
      return;
    }
    if (!early) clear();
    event.urn = `urn:li:msg_message:${crypto.randomUUID()}`;
    put(event);
    did('message', { who, ...(inmail && { inmail }), place });
    first();
  }

  composer.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  const picker = pick(composer, editor, refresh);
  editor.addEventListener('input', refresh);
  editor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || picker.takes(event)) return;
    if (mode === 'click') return step('newline', { who });
    event.preventDefault();
    send();
  });
  on(composer, 'click', `[${mark}button]`, (_, button) => {
    const open = composer.querySelector('.msg-form__send-mode');
    if (open) open.remove();
    else button.after(element(toggle(mode)));
    button.setAttribute('aria-expanded', String(!open));
  });
  on(composer, 'change', '.msg-form__send-mode input', (_, radio) => {
    mode = radio.hasAttribute(`${mark}click-to-send-input`) ? 'click' : 'hint';
    arrange();
  });
  on(list, 'click', '[data-lab-retry]', (_, target) => deliver(eventOf(target)));
  on(list, 'click', '[data-lab-remove]', async (_, target) => {
    const event = eventOf(target);
    if ((await ask('recall', { who, event: event.urn })) !== 'done') return;
    event.removed = true;
    put(event);
    step('message recalled', { who });
  });
  on(list, 'click', '[data-lab-react]', async (_, target) => {
    const { urn } = eventOf(target);
    if ((await ask('messageReaction', { who, event: urn })) !== 'done') return;
    target.setAttribute('aria-pressed', 'true');
    step('message reaction', { who });
  });
  on(list, 'click', '[data-lab-edit]', (_, target) => {
    const event = eventOf(target);
    const body = target.parentElement.querySelector('p');
    const field = element(markup`<textarea>${event.text}</textarea>`);
    const save = element(markup`<button type="button">${t('save')}</button>`);
    body.replaceWith(field, save);
    save.addEventListener('click', async () => {
      event.text = field.value;
      if ((await ask('messageEdit', { who, event: event.urn, text: event.text })) !== 'done')
        return;
      put(event);
      step('message edited', { who });
    });
  });

  // At the top older events come in above, own ones among them.
  let earlier = 1;
  scroller.addEventListener('scroll', async () => {
    if (scroller.scrollTop > 0 || earlier > 2) return;
    const page = earlier++;
    const was = scroller.scrollHeight;
    if ((await ask('history')) !== 'done') return;
    for (const own of [true, false, true])
      put(
        { own, text: `earlier ${page}`, urn: `urn:li:msg_message:old-${crypto.randomUUID()}` },
        { atTop: true },
      );
    scroller.scrollTop = scroller.scrollHeight - was;
    step('history', { who });
  });

  for (const event of events) put(event);
  arrange();
  requestAnimationFrame(() => (scroller.scrollTop = scroller.scrollHeight));
  return { all, editor, draft: () => text() !== '' };
}

/** Offers after `:` and `@`, and an emoji keyboard: Enter picks there, and sends nothing. */
function pick(composer, editor, changed) {
  let box;
  let typed = '';
  const shut = () => {
    box?.remove();
    box = undefined;
  };
  // A document does not see the selection in a shadow root.
  const selection = () =>
    (editor.getRootNode().getSelection ?? document.getSelection).call(editor.getRootNode());
  const insert = (word) => {
    shut();
    document.execCommand('insertText', false, word);
    changed();
    step('picked', { word });
  };
  const offer = (sign) => {
    box = element(
      markup`<div role="listbox">${offers[sign].map((word, at) => markup`<div role="option" aria-selected="${String(at === 0)}">${word}</div>`)}</div>`,
    );
    box.addEventListener('mousedown', (event) => {
      event.preventDefault();
      if (event.target.matches('[role="option"]')) choose(event.target.textContent);
    });
    composer.append(box);
  };
  const choose = (word) => {
    const { anchorNode, anchorOffset } = selection();
    selection().setBaseAndExtent(anchorNode, anchorOffset - typed.length, anchorNode, anchorOffset);
    insert(word);
  };
  editor.addEventListener('input', () => {
    shut();
    const [, sign, start] = /(?:^|\s)([:@])(\w*)$/.exec(editor.innerText.trimEnd()) ?? [];
    if (!sign) return;
    typed = sign + start;
    offer(sign);
  });
  on(composer, 'click', '[data-lab-emoji]', () => {
    if (box) return shut();
    box = element(
      markup`<div class="emoji-picker">${emojis.map((sign) => markup`<button type="button">${sign}</button>`)}</div>`,
    );
    on(box, 'click', 'button', (_, { textContent }) => {
      editor.focus();
      selection().selectAllChildren(editor);
      selection().collapseToEnd();
      insert(textContent);
    });
    composer.append(box);
    box.querySelector('button').focus();
  });
  return {
    takes(event) {
      if (!box?.matches('[role="listbox"]')) return false;
      event.preventDefault();
      choose(box.querySelector('[aria-selected="true"]').textContent);
      return true;
    },
  };
}

const open = new Map();

/** A conversation over the page; one for each person. */
export function openBubble(them) {
  const known = open.get(them.slug);
  if (known) return known.editor.focus();
  const { all, editor, draft } = conversation(them, { place: 'bubble' });
  const bubble =
    element(markup`<div class="msg-overlay-conversation-bubble msg-overlay-conversation-bubble--default-inactive" role="dialog" tabindex="-1" data-view-name="message-overlay-conversation-bubble-item">
    <header class="msg-overlay-bubble-header"><h2 class="msg-overlay-bubble-header__title"><a href="/in/${them.id}/">${them.name}</a></h2>
      <button type="button" class="msg-overlay-bubble-header__control artdeco-button--circle" aria-label="${t('close', them)}" data-lab-close>×</button></header></div>`);
  bubble.append(all);
  const shut = () => {
    bubble.remove();
    open.delete(them.slug);
  };
  on(bubble, 'click', '[data-lab-close]', () => (draft() ? askDiscard(them, shut) : shut()));
  bubbles().append(bubble);
  open.set(them.slug, { editor });
  editor.focus();
  step('conversation', { who: them.slug });
}

function askDiscard({ slug }, discard) {
  const modal =
    element(markup`<div class="artdeco-modal-overlay"><div data-test-modal="" role="alertdialog" class="artdeco-modal artdeco-modal--layer-confirmation" aria-labelledby="discard-title">
    <h2 id="discard-title">${t('discardTitle')}</h2>
    <div class="artdeco-modal__actionbar"><button type="button" class="artdeco-button artdeco-button--secondary" data-lab-keep>${t('keep')}</button>
      <button type="button" class="artdeco-button artdeco-button--primary" data-lab-discard>${t('discard')}</button></div></div></div>`);
  on(modal, 'click', '[data-lab-keep]', () => modal.remove());
  on(modal, 'click', '[data-lab-discard]', () => {
    modal.remove();
    discard();
    step('draft discarded', { who: slug });
  });
  modals().append(modal);
}
