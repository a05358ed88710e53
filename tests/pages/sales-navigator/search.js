import { markup, on, person, t } from '../linkedin/page.js';
import { leadPath, openConversation, save, toggleMenu } from './leads.js';

const found = ['nora-beispiel', 'tom-sample', 'carl-connected'];

export function draw() {
  document.title = 'Search | Sales Navigator';
  const main = document.querySelector('main');
  const of = (target) => person(target.closest('li').dataset.labWho);
  on(main, 'click', '[data-search-overflow-trigger]', (_, button) =>
    toggleMenu(of(button), button),
  );
  on(main, 'click', '[data-anchor-send-message]', (_, button) => openConversation(of(button)));
  on(main, 'click', '[data-x--save-menu-trigger]', (_, button) => save(of(button), button));
  const row = (them) => markup`<li class="artdeco-list__item" data-lab-who="${them.slug}">
    <a class="artdeco-entity-lockup__title" href="${leadPath(them)}"><span data-anonymize="person-name">${them.name}</span></a>
    <button type="button" data-x--save-menu-trigger>${t('saveLead')}</button>
    <button type="button" data-anchor-send-message>${t('message')}</button>
    <button type="button" data-search-overflow-trigger aria-label="${t('moreActions')}" aria-expanded="false">⋯</button></li>`;
  return markup`<ol class="artdeco-list">${found.map((slug) => row(person(slug)))}</ol>`;
}
