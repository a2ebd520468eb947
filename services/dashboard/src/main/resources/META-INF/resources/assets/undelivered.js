// Says on the board what nobody would notice otherwise: a receiver that is not reached, or whose queue is full.

import { el } from './dom.js';
import { api } from './api.js';
import { t } from './words.js';

const ASK = 60_000;
const box = document.getElementById('undelivered');

function sentence({ id, full, circuit, waiting }) {
  if (full) return t('board.queueFull', waiting, id);
  return circuit === 'open' ? t('board.notReached', waiting, id) : null;
}

async function ask() {
  try {
    const { items } = await api('GET', '/receivers');
    const said = items.map(sentence).filter(Boolean);
    box.replaceChildren(...(said.length ? [said.join(' '), ' ', el('a', { href: '/status#deliveries' }, t('board.seeDeliveries'))] : []));
    box.hidden = said.length === 0;
  } catch {
    box.replaceChildren(`${t('board.deliveriesUnknown')} `, el('a', { href: '/status' }, t('board.seeStatus')));
    box.hidden = false;
  }
}

ask();
setInterval(ask, ASK);
