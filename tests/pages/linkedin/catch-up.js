import { ask, did, draw as fill, element, hashed, markup, on, person, step, t } from './page.js';

const born = ['carl-connected', 'dana-connected'];

/** A greeting with its text already written: one click opens it, one sends it (C, about 2025; the request is N). */
export function draw(main, signal) {
  document.title = 'Catch up | LinkedIn';
  fill(
    main,
    markup`<div data-sdui-screen="com.linkedin.sdui.flagshipnav.mynetwork.CatchUp"><h2>${t('catchUp')}</h2>${born.map(
      (slug) => {
        const them = person(slug);
        return markup`<div role="listitem" class="${hashed('card')}"><a href="https://www.linkedin.com/in/${slug}/">${them.name}</a><p>${t('birthday', them)}</p><button type="button" data-lab-who="${slug}">${t('greet')}</button></div>`;
      },
    )}</div>`,
  );
  on(main, 'click', '[data-lab-who]', (_, { dataset }) => greet(person(dataset.labWho)), signal);
}

function greet(them) {
  const who = them.slug;
  const dialog =
    element(markup`<dialog data-testid="dialog" aria-label="${t('sendMessage')}"><button type="button" aria-label="${t('dismiss')}" data-lab-shut>×</button>
    <div data-testid="dialog-content"><textarea>${t('greeting', them)}</textarea><button type="button" data-view-name="messaging-modal-send-button"><span>${t('send')}</span></button></div></dialog>`);
  on(dialog, 'click', '[data-lab-shut]', () => {
    dialog.close();
    step('greeting cancelled', { who });
  });
  on(dialog, 'click', '[data-view-name]', async () => {
    const text = dialog.querySelector('textarea').value;
    const outcome = await ask('greet', { who, text });
    if (outcome === 'unmoved') return;
    if (outcome === 'failed') return step('greeting refused', { who });
    dialog.close();
    did('greet', { who });
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  step('greeting', { who });
}
