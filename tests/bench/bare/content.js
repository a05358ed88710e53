/** Fifty lines of what an extension does that shows a number in a page: the yardstick for what ours costs there. */
const host = document.createElement('div');
const root = host.attachShadow({ mode: 'closed' });
const style = document.createElement('style');
style.textContent = `
  :host { all: initial !important; }
  section { position: fixed; right: 0; top: 20%; padding: 8px; background: #fff; color: #222; }
  button { font: inherit; }
`;
const box = document.createElement('section');
const heading = document.createElement('h2');
const number = document.createElement('p');
const button = document.createElement('button');
heading.textContent = 'Today';
button.textContent = 'One more';
box.append(heading, number, button);
root.append(style, box);

let count = 0;

function draw() {
  number.textContent = `${count} of 8`;
}

async function start() {
  const stored = await chrome.storage.local.get({ count: 0 });
  count = stored.count;
  draw();
  document.documentElement.append(host);
}

button.addEventListener('click', async () => {
  count += 1;
  draw();
  await chrome.storage.local.set({ count });
  await chrome.runtime.sendMessage({ type: 'counted', count });
});

document.addEventListener('click', ({ isTrusted, target }) => {
  if (!isTrusted || !target.closest('form [type="submit"]')) return;
  void chrome.runtime.sendMessage({ type: 'pressed' });
});

chrome.storage.local.onChanged.addListener((changes) => {
  if (!changes.count) return;
  count = changes.count.newValue;
  draw();
});

if (document.readyState === 'complete') void start();
else addEventListener('load', () => void start(), { once: true });
