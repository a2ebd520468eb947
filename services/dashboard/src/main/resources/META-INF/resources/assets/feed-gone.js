// Feeds that were deleted of late, and can come back.

import { el } from './dom.js';
import { api } from './api.js';
import { host } from './feed-row.js';
import { ago, exact } from './time.js';
import { t } from './words.js';

const dialog = document.getElementById('gone');
const list = document.getElementById('gone-list');

export async function openGone(changed) {
  list.replaceChildren(el('p', { class: 'muted waiting' }, t('feeds.looking')));
  dialog.showModal();
  try {
    const page = await api('GET', '/feeds/deleted?limit=100');
    list.replaceChildren(page.items.length
      ? el('ul', { class: 'errors' }, page.items.map((feed) => line(feed, changed)))
      : el('p', { class: 'muted' }, t('feeds.noneGone')));
  } catch (error) {
    list.replaceChildren(el('p', { class: 'problem', role: 'alert' }, error.message));
  }
}

function line(feed, changed) {
  const button = el('button', { type: 'button', 'data-for': 'admin' }, t('feeds.bringBack'));
  const item = el('li', { class: 'split' },
    el('span', {}, el('b', { dir: 'auto' }, feed.title ?? host(feed.url)), ' ', el('span', { class: 'muted', title: t('feeds.until', exact(feed.until)) }, t('feeds.goneUntil', ago(feed.deletedAt), exact(feed.until)))),
    button);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await api('POST', `/feeds/${encodeURIComponent(feed.id)}/restore`);
      item.replaceChildren(el('span', {}, t('feeds.broughtBack')));
      changed();
    } catch (error) {
      button.disabled = false;
      item.append(el('span', { class: 'problem', role: 'alert' }, error.message));
    }
  });
  return item;
}
