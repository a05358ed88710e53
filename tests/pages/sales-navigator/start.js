import { draw as fill, element, markup, state, t } from '../linkedin/page.js';

/* The frame: the global bar, the outlet for menus, and the CRM notice that is always there and no error (2026-08). */
document.documentElement.lang = state.lang;
document.documentElement.dir = state.dir;
document.body.prepend(
  element(
    markup`<header data-sn-view-name="feature-global-nav"><a href="/sales/home">Sales Navigator</a></header>`,
  ),
);
document.body.append(
  element(markup`<div role="alert" class="crm-notice">${t('crmNotice')}</div>`),
  element(markup`<div id="hue-web-menu-outlet"></div>`),
  element(markup`<div id="dialogs"></div>`),
);
const main = document.querySelector('main');
const { draw } = await import(`./${main.dataset.surface}.js`);
fill(main, draw());
main.dataset.drawn = '';
