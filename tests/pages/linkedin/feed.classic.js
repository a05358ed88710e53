import { comment, follow, post, react, share } from './feed.js';
import { classicIcon, draw as fill, emberId, markup, on, person, state, step, t } from './page.js';

/*
 * The old feed (V, 2026-07): `react-button__trigger`, `follow`, hotkeys, `send-privately-button`. A post is in the page
 * up to three times (SITES (d)); two of the three are hidden here. Comment box C/S; its request is the old one.
 */
const away = markup`style="display:none"`;

const action = (name, extra, label, icon, word) =>
  markup`<button id="${emberId()}" class="artdeco-button artdeco-button--muted artdeco-button--3 artdeco-button--tertiary ember-view social-actions-button ${name}" type="button" aria-label="${label}" ${extra}><span class="artdeco-button__text">${classicIcon(icon)}<span aria-hidden="true" class="artdeco-button__text">${word}</span></span></button>`;

const trigger = ({ reaction }, key) => markup`<span class="reactions-react-button">
  <button id="${emberId()}" type="button" aria-pressed="${String(reaction !== undefined)}" aria-label="${t(reaction ? 'unlikeLabel' : 'likeLabel')}" class="artdeco-button artdeco-button--muted artdeco-button--3 artdeco-button--tertiary ember-view social-actions-button react-button__trigger" data-lab-react="${key}"><span class="artdeco-button__text">${classicIcon(reaction ? 'like-consumption-small' : 'thumbs-up-outline-small')}<span aria-hidden="true" class="artdeco-button__text react-button__text">${t(reaction === 'celebrate' ? 'celebrate' : 'like')}</span></span></button>
  <button type="button" class="reactions-menu__trigger artdeco-button" aria-label="${t('reactions')}" aria-expanded="false" data-finite-scroll-hotkey="l" data-lab-menu="${key}">${classicIcon('caret-small')}</button></span>`;

const remark = ({ by, text, urn, reaction }) =>
  markup`<article class="comments-comment-entity" data-id="${urn}"><h3>${by}</h3><p class="comments-comment-item__main-content">${text}</p>${trigger({ reaction }, urn)}</article>`;

const body = (one) => markup`
  <h2 class="visually-hidden">Feed post</h2>
  <div class="update-components-actor"><a href="${one.company ? `/company/${one.company}/` : `/in/${one.by}/`}" data-test-app-aware-link="">${one.company ?? person(one.by).name}</a>
    <button id="${emberId()}" class="follow update-components-actor__follow-button artdeco-button artdeco-button--tertiary" aria-label="${t(one.following ? 'followingLabel' : 'followLabel', { name: one.company ?? person(one.by).name })}" aria-pressed="${String(one.following)}" type="button" data-lab-follow>${classicIcon(one.following ? 'check-small' : 'add-small')}<span aria-hidden="true">${t(one.following ? 'following' : 'follow')}</span></button></div>
  <p class="update-components-text">${one.text}</p>
  <div class="feed-shared-social-action-bar">${trigger(one, one.urn)}
    ${action('comment-button', markup`data-finite-scroll-hotkey="c" data-lab-open`, t('comment'), 'comment-small', t('comment'))}
    ${action('', markup`data-finite-scroll-hotkey="r"`, t('repost'), 'repost-small', t('repost'))}
    ${action('send-privately-button', markup`data-finite-scroll-hotkey="s" data-lab-share`, t('sendPost'), 'send-privately-small', t('send'))}</div>
  <div data-lab-comments>${one.comments.map(remark)}</div>`;

const box =
  () => markup`<div class="comments-comment-box comments-comment-box--cr"><form class="comments-comment-box__form">
  <div class="ql-container"><div class="ql-editor" contenteditable="true" role="textbox" aria-multiline="true" aria-label="${t('addComment')}" data-placeholder="${t('addComment')}"><p><br></p></div></div>
  <div data-lab-submit></div></form></div>`;

export function draw(main, signal) {
  document.title = 'Feed | LinkedIn';
  fill(
    main,
    markup`<div class="scaffold-finite-scroll">${state.posts.flatMap(({ urn }) =>
      [markup``, away, away].map(
        (hidden) =>
          markup`<div ${hidden} class="feed-shared-update-v2" role="article" data-urn="${urn}" id="${emberId()}"><div data-lab-body></div><div data-lab-box></div></div>`,
      ),
    )}</div>`,
  );
  const again = () => {
    for (const article of main.querySelectorAll('[data-urn]'))
      fill(article.querySelector('[data-lab-body]'), body(post(article.dataset.urn)));
  };
  again();
  const of = (target) => post(target.closest('[data-urn]').dataset.urn);
  const thing = (target, key) => of(target).comments.find(({ urn }) => urn === key) ?? of(target);

  on(
    main,
    'click',
    '[data-lab-react]',
    (_, target) => {
      const it = thing(target, target.dataset.labReact);
      react(it, it.reaction ?? 'like', { again, comment: it !== of(target) });
    },
    signal,
  );
  on(
    main,
    'click',
    '[data-lab-menu]',
    (_, target) => {
      const key = target.dataset.labMenu;
      const it = thing(target, key);
      target.setAttribute('aria-expanded', 'true');
      target.insertAdjacentHTML(
        'afterend',
        `<span class="reactions-menu"><button type="button" class="reactions-menu__reaction" aria-label="${t('celebrate')}">👏</button></span>`,
      );
      target.nextElementSibling.addEventListener('click', () =>
        react(it, 'celebrate', { again, comment: it !== of(target) }),
      );
    },
    signal,
  );
  on(main, 'click', '[data-lab-follow]', (_, target) => follow(of(target), again), signal);
  on(main, 'click', '[data-lab-share]', (_, target) => share(of(target)), signal);
  on(main, 'click', '[data-lab-open]', (_, target) => open(target.closest('[data-urn]')), signal);

  function open(article) {
    const place = article.querySelector('[data-lab-box]');
    if (!place.firstChild) {
      fill(place, box());
      step('comment box', { post: article.dataset.urn });
    }
    place.querySelector('.ql-editor').focus();
  }

  on(
    main,
    'input',
    '.ql-editor',
    (_, editor) => {
      const submit = editor.closest('form').querySelector('[data-lab-submit]');
      const full = editor.innerText.trim() !== '';
      if (full === Boolean(submit.firstChild)) return;
      fill(
        submit,
        full
          ? markup`<button id="${emberId()}" class="comments-comment-box__submit-button--cr artdeco-button artdeco-button--1 artdeco-button--primary ember-view" type="submit"><span class="artdeco-button__text">${t('comment')}</span></button>`
          : markup``,
      );
    },
    signal,
  );
  on(
    main,
    'submit',
    '.comments-comment-box__form',
    (event, form) => {
      event.preventDefault();
      const editor = form.querySelector('.ql-editor');
      comment(of(form), editor.innerText.trim(), {
        again,
        written() {
          fill(editor, markup`<p><br></p>`);
          fill(form.querySelector('[data-lab-submit]'), markup``);
        },
      });
    },
    signal,
  );

  // The page's own keys, while nothing is being written.
  document.addEventListener(
    'keydown',
    (event) => {
      const { key, target } = event;
      // A key in the interop root comes from its host, open or closed: something is being written there.
      const writing = target.closest?.('[contenteditable], input, textarea, #interop-outlet');
      if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
      const article = target.closest?.('[data-urn]') ?? main.querySelector('[data-urn]');
      const { urn } = article.dataset;
      if (key === 'l') react(post(urn), post(urn).reaction ?? 'like', { again });
      else if (key === 's') share(post(urn));
      else if (key === 'c') {
        // Else the letter goes into the editor that it opens.
        event.preventDefault();
        open(article);
      }
    },
    { signal },
  );
}
