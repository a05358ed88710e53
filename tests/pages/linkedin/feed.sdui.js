import { comment, follow, post, react, share } from './feed.js';
import { draw as fill, hashed, icon, markup, on, person, state, step, t, uuid } from './page.js';

/*
 * The new feed (S, 2026-06/08): the reaction's state is in its label, in English words here and translated elsewhere, or
 * in the outline icon being gone; comments are written in ProseMirror. The submit has nothing but its place and text
 * (N), and the opener has the same text. Which icon follows the outline is N.
 */
const reaction = (one, key) =>
  markup`<button type="button" class="${hashed('action')}" aria-label="${one.reaction ? t('reacted', { name: t(one.reaction) }) : t('noReaction')}" data-lab-react="${key}">${one.reaction ? icon(`${one.reaction}-filled-small`) : icon('thumbs-up-outline-small')}<span>${t('like')}</span></button>`;

const remark = (one) =>
  markup`<div class="${hashed('remark')}" componentkey="${uuid()}"><p>${one.by}</p><p>${one.text}</p>${reaction(one, one.urn)}</div>`;

const body = (
  one,
) => markup`<p><a href="${one.company ? `/company/${one.company}/` : `https://www.linkedin.com/in/${one.by}/`}">${one.company ?? person(one.by).name}</a>
  <button type="button" class="${hashed('action')}" aria-label="${t(one.following ? 'followingLabel' : 'followLabel', { name: one.company ?? person(one.by).name })}" data-lab-follow>${one.following ? '' : icon('add-small')}${t(one.following ? 'following' : 'follow')}</button></p>
  <p>${one.text} <a href="/feed/update/${one.urn}/">1d</a></p>
  <div>${reaction(one, one.urn)}
    <button type="button" class="${hashed('action')}" data-lab-open>${icon('comment-small')}<span>${t('comment')}</span></button>
    <button type="button" class="${hashed('action')}">${icon('repost-small')}<span>${t('repost')}</span></button>
    <button type="button" class="${hashed('action')}" data-lab-share>${icon('send-privately-small')}<span>${t('send')}</span></button></div>
  <div>${one.comments.map(remark)}</div>`;

const box =
  () => markup`<div class="${hashed('box')}" componentkey="${uuid()}">${state.actor ? markup`<p>${t('commentAs', { name: state.actor })}</p>` : ''}
  <div data-testid="ui-core-tiptap-text-editor-wrapper" class="${hashed('editor')}"><div class="tiptap ProseMirror" contenteditable="true" role="textbox" aria-label="${t('addComment')}" translate="no"><p><br class="ProseMirror-trailingBreak"></p></div></div>
  <div><button type="button" class="${hashed('quiet')}" aria-label="${t('emoji')}">${icon('emoji-small')}</button><button type="button" class="${hashed('loud')}" disabled data-lab-submit><span><span>${t('comment')}</span></span></button></div></div>`;

export function draw(main, signal) {
  document.title = 'Feed | LinkedIn';
  fill(
    main,
    markup`<div data-sdui-screen="com.linkedin.sdui.flagshipnav.feed.MainFeed">${state.posts.map(({ urn }) => markup`<div role="listitem" class="${hashed('post')}" componentkey="${uuid()}" data-lab-post="${urn}"><div data-lab-body></div><div data-lab-box></div></div>`)}</div>`,
  );
  const again = () => {
    for (const place of main.querySelectorAll('[data-lab-post]'))
      fill(place.querySelector('[data-lab-body]'), body(post(place.dataset.labPost)));
  };
  again();
  const of = (target) => post(target.closest('[data-lab-post]').dataset.labPost);

  on(
    main,
    'click',
    '[data-lab-react]',
    (_, target) => {
      const it =
        of(target).comments.find(({ urn }) => urn === target.dataset.labReact) ?? of(target);
      react(it, it.reaction ?? 'like', { again, sdui: true, comment: it !== of(target) });
    },
    signal,
  );
  on(main, 'click', '[data-lab-follow]', (_, target) => follow(of(target), again), signal);
  on(main, 'click', '[data-lab-share]', (_, target) => share(of(target)), signal);
  on(
    main,
    'click',
    '[data-lab-open]',
    (_, target) => {
      const place = target.closest('[data-lab-post]').querySelector('[data-lab-box]');
      if (!place.firstChild) {
        fill(place, box());
        step('comment box', { post: of(target).urn });
      }
      place.querySelector('.ProseMirror').focus();
    },
    signal,
  );
  on(
    main,
    'input',
    '.ProseMirror',
    (_, editor) => {
      editor.closest('[data-lab-box]').querySelector('[data-lab-submit]').disabled =
        editor.innerText.trim() === '';
    },
    signal,
  );
  on(
    main,
    'click',
    '[data-lab-submit]',
    async (_, button) => {
      const editor = button.closest('[data-lab-box]').querySelector('.ProseMirror');
      button.disabled = true;
      await comment(of(button), editor.innerText.trim(), {
        again,
        sdui: true,
        written: () => fill(editor, markup`<p><br class="ProseMirror-trailingBreak"></p>`),
      });
      button.disabled = editor.innerText.trim() === '';
    },
    signal,
  );
}
