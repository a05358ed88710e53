import { markup, person } from '../linkedin/page.js';
import { conversation } from './leads.js';

export function draw() {
  document.title = 'Inbox | Sales Navigator';
  document.querySelector('#dialogs').before(conversation(person('carl-connected'), 'inbox'));
  return markup`<h1>Inbox</h1>`;
}
