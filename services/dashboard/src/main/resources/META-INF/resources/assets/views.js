// Views: addresses of the board under a name. This browser keeps them.

import { el } from './dom.js';
import { t } from './words.js';
import { readAddress, searchOf } from './filter.js';

const KEY = 'tocsin.views';
const MOST = 30;
const byId = (id) => document.getElementById(id);

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((v) => typeof v?.name === 'string' && typeof v?.search === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function write(views) {
  try {
    localStorage.setItem(KEY, JSON.stringify(views.slice(-MOST)));
  } catch {
    // a browser that keeps nothing forgets them with the page
  }
  draw(views);
}

function draw(views) {
  byId('views-list').replaceChildren(
    el('li', {}, el('a', { href: '/', 'data-search': '' }, t('board.viewAll'))),
    ...views.map((view) => el('li', {}, el('a', { href: `/${view.search}`, 'data-search': view.search, dir: 'auto' }, view.name),
      el('button', { type: 'button', class: 'quiet icon', 'data-forget': view.name, 'aria-label': t('board.viewForget', view.name) }, '×'))));
}

/** @param changed called when another view was chosen */
export function startViews(changed) {
  draw(read());
  byId('views-save').addEventListener('submit', (event) => {
    event.preventDefault();
    const name = event.target.elements.name.value.trim();
    if (!name) return;
    write([...read().filter((view) => view.name !== name), { name, search: searchOf() }]);
    event.target.reset();
  });
  byId('views-list').addEventListener('click', (event) => {
    const { forget } = event.target.closest('[data-forget]')?.dataset ?? {};
    const link = event.target.closest('a');
    if (forget !== undefined) write(read().filter((view) => view.name !== forget));
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.dataset.search || '/');
    byId('views').hidePopover();
    readAddress();
    changed();
  });
  addEventListener('popstate', () => {
    readAddress();
    changed();
  });
}
