// Feeds that were deleted of late, and can come back.

import { el } from './dom.js';
import { api } from './api.js';
import { host } from './feed-row.js';
import { ago, exact } from './time.js';

const dialog = document.getElementById('gone');
const list = document.getElementById('gone-list');

export async function openGone(changed) {
  list.replaceChildren(el('p', { class: 'muted waiting' }, 'Looking …'));
  dialog.showModal();
  try {
    const page = await api('GET', '/feeds/deleted?limit=100');
    list.replaceChildren(page.items.length
      ? el('ul', { class: 'errors' }, page.items.map((feed) => line(feed, changed)))
      : el('p', { class: 'muted' }, 'Nothing was deleted of late.'));
  } catch (error) {
    list.replaceChildren(el('p', { class: 'problem', role: 'alert' }, error.message));
  }
}

function line(feed, changed) {
  const button = el('button', { type: 'button' }, 'Bring back');
  const item = el('li', { class: 'split' },
    el('span', {}, el('b', { dir: 'auto' }, feed.title ?? host(feed.url)), ' ', el('span', { class: 'muted', title: `until ${exact(feed.until)}` }, `deleted ${ago(feed.deletedAt)}, can come back until ${exact(feed.until)}`)),
    button);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await api('POST', `/feeds/${encodeURIComponent(feed.id)}/restore`);
      item.replaceChildren(el('span', {}, 'Brought back.'));
      changed();
    } catch (error) {
      button.disabled = false;
      item.append(el('span', { class: 'problem', role: 'alert' }, error.message));
    }
  });
  return item;
}
