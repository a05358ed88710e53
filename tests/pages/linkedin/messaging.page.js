import { conversation } from './messaging.js';
import { draw as fill, markup, person, personOfId, state } from './page.js';

const threadOf = ({ slug }) => `2-TEST-${slug}`;

export function draw(main) {
  const compose = new URLSearchParams(location.search).get('recipient');
  const them = compose
    ? personOfId(compose)
    : person(/2-TEST-([\w-]+)/.exec(location.pathname)?.[1] ?? 'carl-connected');
  document.title = `Messaging | LinkedIn`;
  const connected = state.people.filter(({ relation }) => relation === 'connected');
  fill(
    main,
    markup`
    <div class="msg-conversations-container"><ul>${connected.map(
      (one) =>
        markup`<li class="msg-conversation-listitem"><a href="/messaging/thread/${threadOf(one)}/"><h3 class="msg-conversation-listitem__participant-names">${one.name}</h3></a></li>`,
    )}</ul></div>
    <div class="msg-thread"><a class="msg-thread__link-to-profile" href="https://www.linkedin.com/in/${them.id}"><h2 class="msg-entity-lockup__entity-title">${them.name}</h2></a></div>`,
  );
  const { all } = conversation(them, {
    place: 'page',
    first() {
      if (location.pathname.startsWith('/messaging/compose/'))
        history.replaceState({}, '', `/messaging/thread/${threadOf(them)}/`);
    },
  });
  main.querySelector('.msg-thread').append(all);
}
