// Adding a feed: first what would come in, then the feed. A site's address leads to its feeds.

import { el } from './dom.js';
import { api } from './api.js';
import { ago } from './time.js';
import { t } from './words.js';
import { why } from './feed-why.js';

const byId = (id) => document.getElementById(id);
const dialog = byId('add');
const form = byId('add-form');
let on;
let previewed = null;
let asked = 0;

/** @param callbacks {added(feed), show(id)} */
export function openAdd(url, callbacks) {
  on = callbacks;
  form.reset();
  byId('add-url').value = url;
  forget();
  dialog.showModal();
  byId('add-url').focus();
}

function forget() {
  previewed = null;
  asked++;
  byId('add-problem').textContent = '';
  byId('add-preview').replaceChildren();
  byId('add-more').hidden = true;
  byId('add-url').removeAttribute('aria-invalid');
  byId('add-go').textContent = t('feeds.preview');
  byId('add-go').disabled = false;
}

function fail(message) {
  byId('add-problem').textContent = message;
  byId('add-url').setAttribute('aria-invalid', 'true');
  byId('add-url').focus();
}

/** People leave the scheme out. */
function address() {
  const typed = byId('add-url').value.trim();
  return typed && !/^[a-z][\w+.-]*:/i.test(typed) ? `https://${typed}` : typed;
}

async function preview() {
  const url = address();
  forget();
  const mine = asked;
  if (!url) {
    fail(t('feeds.giveAddress'));
    return;
  }
  byId('add-url').value = url;
  byId('add-go').disabled = true;
  byId('add-preview').replaceChildren(el('p', { class: 'muted waiting' }, t('feeds.asking', url)));
  try {
    const found = await api('POST', '/feeds/preview', { url });
    if (mine !== asked) return;
    byId('add-preview').replaceChildren(...show(found));
    if (found.readable && !found.known) {
      previewed = found.url;
      byId('add-more').hidden = false;
      byId('add-go').textContent = t('feeds.add');
    } else if (!found.readable && !found.feeds?.length) {
      byId('add-url').setAttribute('aria-invalid', 'true');
    }
  } catch (error) {
    if (mine !== asked) return;
    byId('add-preview').replaceChildren();
    fail(error.message);
  }
  byId('add-go').disabled = false;
}

function show(found) {
  if (found.known) {
    return [el('p', {}, `${t('feeds.known')} `, el('button', { type: 'button', class: 'plain', 'data-show': found.id }, t('feeds.openIt')))];
  }
  if (!found.readable) {
    return found.feeds?.length
      ? [el('p', {}, t('feeds.page', found.feeds.length)),
        el('ul', { class: 'found' }, found.feeds.map((link) => el('li', {}, el('button', { type: 'button', 'data-url': link.url },
          el('b', { dir: 'auto' }, link.title || link.url), el('span', { class: 'address' }, link.url)))))]
      : [el('p', { class: 'problem' }, t('feeds.unreadable', why(found).text)),
        el('p', {}, el('button', { type: 'button', class: 'plain', 'data-anyway': 'yes' }, t('feeds.anyway')), el('span', { class: 'muted' }, ` ${t('feeds.anywayHow')}`))];
  }
  return [
    el('p', {}, el('b', { dir: 'auto' }, found.title || t('feeds.untitled')), el('span', { class: 'muted' }, ` · ${t('feeds.items', found.count)}${found.language ? ` · ${found.language}` : ''}`)),
    found.forgiven?.length ? el('p', { class: 'muted' }, t('feeds.forgiven', found.forgiven.join(', '))) : null,
    found.count ? el('ul', { class: 'items' }, found.items.map((item) => el('li', {},
      el('b', { dir: 'auto', lang: item.language }, item.title || t('feeds.noTitle')),
      el('p', { class: 'excerpt', dir: 'auto', lang: item.language }, item.excerpt),
      el('span', { class: 'muted' }, [item.publishedAt ? ago(item.publishedAt) : t('feeds.notDated'), item.author].filter(Boolean).join(' · ')))))
      : el('p', { class: 'muted' }, t('feeds.holdsNone')),
  ].filter(Boolean);
}

async function add(url) {
  const value = (name) => form.elements.namedItem(name).value.trim();
  const body = { url };
  const tags = value('tags').split(',').map((tag) => tag.trim()).filter(Boolean);
  if (tags.length) body.tags = tags;
  if (value('country')) body.source = { country: value('country').toUpperCase() };
  if (value('language')) body.language = value('language');
  byId('add-go').disabled = true;
  try {
    const feed = await api('POST', '/feeds', body);
    dialog.close();
    on.added(feed);
  } catch (error) {
    byId('add-problem').textContent = error.message;
  }
  byId('add-go').disabled = false;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (previewed && address() === previewed) add(previewed);
  else preview();
});
byId('add-url').addEventListener('input', () => { if (previewed || byId('add-problem').textContent) forget(); });
byId('add-preview').addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button?.dataset.url) {
    byId('add-url').value = button.dataset.url;
    preview();
  } else if (button?.dataset.show) {
    dialog.close();
    on.show(button.dataset.show);
  } else if (button?.dataset.anyway) {
    add(address());
  }
});
