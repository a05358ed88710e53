/* What the pages of all sites draw with. */

/** The first element of some markup. */
export const element = (html) => {
  const template = document.createElement('template');
  template.innerHTML = html.trim();
  return template.content.firstElementChild;
};

/** Says words in the language of the address (`?lang=de`), English without one, and the document's language with it. */
export function speaking(words) {
  const asked = new URLSearchParams(location.search).get('lang');
  const lang = asked in words ? asked : 'en';
  document.documentElement.lang = lang;
  return (word) => words[lang][word];
}
