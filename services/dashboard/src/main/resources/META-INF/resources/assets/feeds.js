// The feeds page: which feeds are shown, what is selected, and what is done to them. It asks again every few seconds
// while somebody looks, so states change before their eyes.

import { el } from './dom.js';
import { api, query } from './api.js';
import { titleOf } from './feed-row.js';
import { current, drawRows, move } from './feed-rows.js';
import { drawFilters, filter, readAddress, writeAddress } from './feed-filters.js';
import { toast, undo, wrong } from './toast.js';
import { openDrawer } from './feed-drawer.js';
import { openAdd } from './feed-add.js';
import { openImport } from './feed-import.js';
import { openGone } from './feed-gone.js';
import { listen } from './keys.js';
import { may, only } from './roles.js';
import { keepTelling } from './time.js';
import { around, t } from './words.js';

const PAGE = 100;
const MOST_RENEWED = 500;
const RENEW = 5_000;
const TYPING = 250;

const byId = (id) => document.getElementById(id);
const feeds = new Map();
const selected = new Set();
let everything = false;
let cursor = null;
let loading = true;
let failed = null;
let facets = null;
let asked = 0;

// ---- asking

/** The pages that are shown, anew. Only the latest question's answer counts. */
async function load({ quiet = false } = {}) {
  const mine = ++asked;
  loading = !quiet;
  if (!quiet) draw();
  try {
    const wanted = Math.min(MOST_RENEWED, quiet ? Math.max(PAGE, feeds.size) : PAGE);
    const [page, counts] = await Promise.all([api('GET', `/feeds${query({ ...filter, limit: wanted })}`), api('GET', '/feeds/facets')]);
    if (mine !== asked) return;
    const beyond = quiet ? [...feeds.values()].slice(wanted) : [];
    feeds.clear();
    for (const feed of [...page.items, ...beyond]) feeds.set(feed.id, feed);
    if (!beyond.length) cursor = page.nextCursor;
    facets = counts;
    failed = null;
  } catch (error) {
    if (mine !== asked) return;
    failed = error.message;
  }
  loading = false;
  draw();
}

async function more() {
  byId('more').disabled = true;
  try {
    const page = await api('GET', `/feeds${query({ ...filter, cursor, limit: PAGE })}`);
    for (const feed of page.items) feeds.set(feed.id, feed);
    cursor = page.nextCursor;
  } catch (error) {
    failed = error.message;
  }
  byId('more').disabled = false;
  draw();
}

function changed(feed) {
  if (feeds.has(feed.id)) feeds.set(feed.id, feed);
  draw();
}

// ---- drawing

function draw() {
  byId('trouble').hidden = !failed;
  byId('trouble').textContent = failed ? failed + (feeds.size ? ` ${t('feeds.before')}` : '') : '';
  byId('table').setAttribute('aria-busy', String(loading));
  byId('table').hidden = !loading && !feeds.size;
  drawFilters(facets);
  drawRows(feeds, loading, (id) => everything || selected.has(id));
  drawSelection();
  byId('more').hidden = !cursor || loading;
  byId('shown').textContent = loading ? '' : cursor ? t('feeds.shown', feeds.size) : feeds.size ? t('feeds.count', feeds.size) : '';
  byId('empty').hidden = loading || feeds.size > 0;
  if (!byId('empty').hidden) explain();
}

function explain() {
  const narrowed = Object.values(filter).some(Boolean);
  byId('empty').replaceChildren(...(failed ? [el('p', {}, t('feeds.cannot'))]
    : narrowed ? [el('p', {}, t('feeds.noneFits')), el('p', {}, el('button', { type: 'button', id: 'widen' }, t('feeds.showAll')))]
      : [el('p', {}, el('b', {}, t('feeds.noneYet'))), el('p', {}, around('feeds.noneYetHow', el('code', {}, './tocsin up --feeds deploy/feeds.yaml'))),
        el('p', {}, el('button', { type: 'button', class: 'primary', id: 'first', 'data-for': 'admin' }, t('feeds.add')))]));
}

// ---- selecting

function drawSelection() {
  const count = everything ? facets?.total ?? feeds.size : selected.size;
  byId('selection').hidden = count === 0;
  byId('selected').textContent = everything ? t('feeds.allSelected') : t('feeds.selected', count);
  const all = feeds.size > 0 && [...feeds.keys()].every((id) => selected.has(id));
  byId('select-all').hidden = everything || !all || !cursor;
  byId('select-all').textContent = t('feeds.selectAll');
  byId('pick-all').checked = everything || all;
  byId('pick-all').indeterminate = !everything && !all && selected.size > 0;
}

function pick(id, on = !selected.has(id)) {
  if (everything) {
    everything = false;
    feeds.forEach((feed, key) => selected.add(key));
  }
  if (on) selected.add(id);
  else selected.delete(id);
  draw();
}

function pickNone() {
  everything = false;
  selected.clear();
  draw();
}

// ---- doing

const chosen = () => (everything ? { filter: Object.fromEntries(Object.entries(filter).filter(([, v]) => v)) } : { ids: [...selected] });

async function act(action, choice, tags) {
  try {
    if (action === 'delete') {
      await remove(choice);
    } else {
      const done = await api('POST', '/feeds/actions', { action, ...choice, ...(tags && { tags }) });
      toast(t(`feeds.did.${action}`, done.done));
    }
    pickNone();
    await load({ quiet: true });
  } catch (error) {
    wrong(error);
  }
}

/** Deletes; what was deleted can be taken back from the toast, and for a day from the list of deleted feeds. */
async function remove(choice) {
  const ids = choice.ids ?? await everyId();
  const done = await api('POST', '/feeds/actions', { action: 'delete', ids });
  const said = ids.length === 1 && feeds.has(ids[0]) ? t('feeds.one.delete', titleOf(feeds.get(ids[0]))) : t('feeds.did.delete', done.done);
  ids.forEach((id) => feeds.delete(id));
  toast(said, async () => {
    const back = await api('POST', '/feeds/actions', { action: 'restore', ids });
    toast(t('feeds.did.restore', back.done));
    await load({ quiet: true });
  });
}

async function everyId() {
  const ids = [];
  let next = null;
  do {
    const page = await api('GET', `/feeds${query({ ...filter, cursor: next, limit: MOST_RENEWED })}`);
    ids.push(...page.items.map((feed) => feed.id));
    next = page.nextCursor;
  } while (next);
  return ids;
}

async function togglePause(feed) {
  try {
    changed(await api('PATCH', `/feeds/${encodeURIComponent(feed.id)}`, { paused: !feed.paused }, 'application/merge-patch+json'));
    toast(t(feed.paused ? 'feeds.one.resume' : 'feeds.one.pause', titleOf(feed)));
  } catch (error) {
    wrong(error);
  }
}

function open(feed) {
  if (!feed) return;
  openDrawer(feed, {
    saved: (now) => { changed(now); load({ quiet: true }); },
    remove: () => act('delete', { ids: [feed.id] }),
    pause: () => togglePause(feeds.get(feed.id) ?? feed),
  });
}

const addFeed = (url = '') => openAdd(url, {
  added: (feed) => {
    toast(t('feeds.one.add', titleOf(feed)));
    load({ quiet: true });
  },
  show: (id) => api('GET', `/feeds/${encodeURIComponent(id)}`).then(open, wrong),
});

// ---- the reader's hands

function refilter(change) {
  Object.assign(filter, change);
  pickNone();
  feeds.clear();
  writeAddress();
  load();
}

const feedOf = (node) => feeds.get(node?.closest?.('tr[data-feed]')?.dataset.feed);

byId('rows').addEventListener('click', (event) => {
  const tag = event.target.closest('.tag');
  const feed = feedOf(event.target);
  if (tag) refilter({ tag: tag.dataset.tag });
  else if (event.target.matches('input[type=checkbox]')) pick(feed.id, event.target.checked);
  else if (event.target.closest('.name, .edit button')) open(feed);
});
byId('rows').addEventListener('keydown', (event) => {
  if (!event.target.matches('tr[data-feed]')) return;
  const moves = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key === 'Enter') open(feedOf(event.target));
  else if (event.key === ' ' && may('admin')) pick(event.target.dataset.feed);
  else if (moves[event.key]) move(moves[event.key]);
  else return;
  event.preventDefault();
});
byId('states').addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button) refilter({ state: button.dataset.value });
});
let typing;
byId('q').addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => refilter({ q: byId('q').value.trim() }), TYPING);
});
for (const id of ['tag', 'country', 'language']) byId(id).addEventListener('change', () => refilter({ [id]: byId(id).value }));
byId('narrow').addEventListener('submit', (event) => event.preventDefault());
byId('pick-all').addEventListener('change', (event) => {
  if (event.target.checked) feeds.forEach((feed, id) => selected.add(id));
  else pickNone();
  draw();
});
byId('select-all').addEventListener('click', () => { everything = true; draw(); });
byId('selection').addEventListener('click', (event) => {
  const action = event.target.dataset?.act;
  if (action === 'none') pickNone();
  else if (action === 'tag') tagChosen();
  else if (action) act(action, chosen());
});
byId('more').addEventListener('click', more);
byId('empty').addEventListener('click', (event) => {
  if (event.target.id === 'widen') {
    byId('q').value = '';
    refilter({ state: '', q: '', tag: '', country: '', language: '' });
  } else if (event.target.id === 'first') addFeed();
});
byId('add-open').addEventListener('click', () => addFeed());
byId('import-open').addEventListener('click', () => openImport(() => load({ quiet: true })));
byId('gone-open').addEventListener('click', () => openGone(() => load({ quiet: true })));
byId('help-open').addEventListener('click', () => byId('help').showModal());
document.addEventListener('click', (event) => {
  if (event.target.closest('dialog button.close')) event.target.closest('dialog').close();
});

function tagChosen() {
  const dialog = byId('tagging');
  const input = dialog.querySelector('input');
  input.value = '';
  dialog.returnValue = '';
  dialog.showModal();
  dialog.addEventListener('close', () => {
    const tags = input.value.split(',').map((tag) => tag.trim()).filter(Boolean);
    if (dialog.returnValue && tags.length) act(dialog.returnValue, chosen(), tags);
  }, { once: true });
}

listen({
  j: () => move(1),
  k: () => move(-1),
  o: () => open(feedOf(current())),
  ...only('admin', {
    x: () => current() && pick(current().dataset.feed),
    p: () => current() && togglePause(feedOf(current())),
    d: () => current() && act('delete', { ids: [current().dataset.feed] }),
    u: undo,
    n: () => addFeed(),
  }),
  '/': () => byId('q').focus(),
  '?': () => byId('help').showModal(),
});

const address = readAddress();
keepTelling();
load();
if (address.get('feed')) api('GET', `/feeds/${encodeURIComponent(address.get('feed'))}`).then(open, wrong);
setInterval(() => { if (!document.hidden && !loading) load({ quiet: true }); }, RENEW);
document.addEventListener('visibilitychange', () => { if (!document.hidden) load({ quiet: true }); });
