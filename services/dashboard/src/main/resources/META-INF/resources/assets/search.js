// The search by keyboard: / to the words, j and k through what was found, o opens. Without this script the page is the same.

import { listen } from './keys.js';
import { keepTelling } from './time.js';

const q = document.getElementById('q');
const links = [...document.querySelectorAll('#hits h2 a')];

/** Moves from the article in focus; without one, to the first. */
function move(by) {
  const at = links.indexOf(document.activeElement);
  const to = at < 0 ? 0 : Math.max(0, Math.min(at + by, links.length - 1));
  links[to]?.focus();
  links[to]?.closest('li').scrollIntoView({ block: 'nearest' });
}

listen({
  '/': () => { q.focus(); q.select(); },
  j: () => move(1),
  k: () => move(-1),
  o: () => { if (links.includes(document.activeElement)) document.activeElement.click(); },
});

keepTelling();
