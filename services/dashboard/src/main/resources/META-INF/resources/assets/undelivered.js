// Says on the board what nobody would notice otherwise: a receiver that is not reached, or whose queue is full.

import { el } from './dom.js';
import { api } from './api.js';

const ASK = 60_000;
const box = document.getElementById('undelivered');

function sentence({ id, full, circuit, waiting }) {
  if (full) return `The queue of ${id} is full: ${waiting} wait, and what comes is only recorded.`;
  return circuit === 'open' ? `${id} is not reached: ${waiting} wait.` : null;
}

async function ask() {
  try {
    const { items } = await api('GET', '/receivers');
    const said = items.map(sentence).filter(Boolean);
    box.replaceChildren(...(said.length ? [said.join(' '), ' ', el('a', { href: '/status#deliveries' }, 'See deliveries')] : []));
    box.hidden = said.length === 0;
  } catch {
    box.replaceChildren('Nobody can say whether alerts are delivered. ', el('a', { href: '/status' }, 'See status'));
    box.hidden = false;
  }
}

ask();
setInterval(ask, ASK);
