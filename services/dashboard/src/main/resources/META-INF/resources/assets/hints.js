// A first visit explains itself: while nothing but the sample plays, three hints say what to do next. Each goes when it was
// dismissed or followed, and this browser remembers it.

import { el } from './dom.js';
import { api } from './api.js';
import { t } from './words.js';

const KEY = 'tocsin.hints';
const SAMPLE = /(^|\/)deploy\/sample\/feed\.xml$/;
const HINTS = ['feeds', 'keys', 'alarms'];

const box = document.getElementById('hints');

function dismissed() {
  try {
    return new Set(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
  } catch {
    return new Set();
  }
}

function dismiss(hint) {
  try {
    localStorage.setItem(KEY, JSON.stringify([...dismissed().add(hint)]));
  } catch {
    // it comes again next time
  }
  box.querySelector(`[data-hint="${hint}"]`)?.remove();
  box.hidden = !box.children.length;
}

/** @param follow what each hint's button does, by hint; feeds has a link */
export async function startHints(follow) {
  const left = HINTS.filter((hint) => !dismissed().has(hint));
  if (!left.length || document.body.dataset.wall) return;
  try {
    const { items, nextCursor } = await api('GET', '/feeds?limit=2');
    if (items.length !== 1 || nextCursor || !SAMPLE.test(items[0].url)) return;
  } catch {
    return;
  }
  box.replaceChildren(...left.map((hint) => el('li', { 'data-hint': hint },
    el('b', {}, t(`board.hint.${hint}.title`)), el('p', {}, t(`board.hint.${hint}.text`)),
    hint === 'feeds' ? el('a', { href: '/feeds', class: 'go' }, t('board.hint.feeds.go')) : el('button', { type: 'button', class: 'plain go' }, t(`board.hint.${hint}.go`)),
    el('button', { type: 'button', class: 'quiet icon close', 'aria-label': t('common.dismiss') }, '×'))));
  box.hidden = false;
  box.addEventListener('click', (event) => {
    const hint = event.target.closest('[data-hint]')?.dataset.hint;
    if (event.target.closest('.close')) dismiss(hint);
    else if (event.target.closest('.go')) {
      dismiss(hint);
      follow[hint]?.();
    }
  });
}
