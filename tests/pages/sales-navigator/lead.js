import { hashed, markup, on, t } from '../linkedin/page.js';
import { leadOf, openConversation, save, toggleMenu } from './leads.js';

export function draw() {
  const them = leadOf(location.pathname);
  document.title = `${them.name} | Lead | Sales Navigator`;
  const main = document.querySelector('main');
  on(main, 'click', '[data-x--lead-actions-bar-overflow-menu]', (_, button) =>
    toggleMenu(them, button),
  );
  on(main, 'click', '[data-anchor-send-inmail]', () => openConversation(them));
  on(main, 'click', '[data-x--lead-save-cta]', (_, button) => save(them, button));
  return markup`<section id="profile-card-section" data-sn-view-name="feature-lead-top-card" class="${hashed('card')}">
    <h1 data-x--lead--name data-anonymize="person-name">${them.name}</h1>
    <button type="button" class="${hashed('button')}" data-x--lead-save-cta>${t(them.saved ? 'savedLead' : 'saveLead')}</button>
    <button type="button" class="${hashed('button')}" data-anchor-send-inmail>${t('message')}</button>
    <button type="button" class="${hashed('button')}" data-x--lead-actions-bar-overflow-menu aria-label="${t('moreActions')}" aria-expanded="false">⋯</button></section>`;
}
