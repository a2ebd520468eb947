// A word on what was done, and the way back while there is one.

import { el } from './dom.js';
import { t } from './words.js';

const STAYS = 20_000;
const box = document.getElementById('toast');
let back = null;
let ends;

/**
 * @param text for people
 * @param takeBack undoes it; resolves when that is done
 * @param bad it is an error
 */
export function toast(text, takeBack = null, bad = false) {
  clearTimeout(ends);
  back = takeBack;
  box.className = bad ? 'toast bad' : 'toast';
  box.replaceChildren(...[el('span', { dir: 'auto' }, text), takeBack && el('button', { type: 'button', class: 'plain', id: 'undo' }, t('common.undo')),
    el('button', { type: 'button', class: 'quiet', id: 'toast-close', 'aria-label': t('common.dismiss') }, '×')].filter(Boolean));
  box.hidden = false;
  ends = setTimeout(close, STAYS);
}

export function wrong(error) {
  toast(error.message, null, true);
}

export async function undo() {
  const way = back;
  if (!way) return;
  close();
  try {
    await way();
  } catch (error) {
    wrong(error);
  }
}

function close() {
  box.hidden = true;
  back = null;
}

// a page that only looks has none
box?.addEventListener('click', (event) => {
  if (event.target.id === 'undo') undo();
  else if (event.target.id === 'toast-close') close();
});
