// The search by keyboard: / to the words, j and k through what was found, o opens, ? helps. Without this script the page is the same.

import { listen } from './keys.js';
import { keepTelling } from './time.js';

const form = document.getElementById('ask');
const q = document.getElementById('q');
const help = document.getElementById('help');
const links = [...document.querySelectorAll('#hits h2 a, .pager a')];

/** Moves from the article in focus; without one, to the first. */
function move(by) {
  const at = links.indexOf(document.activeElement);
  show(links[at < 0 ? 0 : Math.max(0, Math.min(at + by, links.length - 1))]);
}

function show(link) {
  link?.focus({ preventScroll: true });
  link?.closest('li, p').scrollIntoView({ block: 'nearest' });
}

listen({
  '/': () => { q.focus(); q.select(); },
  j: () => move(1),
  k: () => move(-1),
  o: () => { if (links.includes(document.activeElement)) document.activeElement.click(); },
  '?': () => { help.open = !help.open; },
});

// an address says only what was asked
form.addEventListener('formdata', ({ formData }) => {
  for (const [name, value] of [...formData]) if (!value.trim()) formData.delete(name);
});

// who comes back from an article goes on where they were
for (const link of links) link.addEventListener('click', () => history.replaceState({ at: link.pathname }, ''));
const left = links.find((link) => link.pathname === history.state?.at);

// the cursor stands where the search is wrong
if (q.dataset.start) {
  q.focus();
  q.setSelectionRange(Number(q.dataset.start), Number(q.dataset.end));
} else if (left) {
  show(left);
}

keepTelling();
