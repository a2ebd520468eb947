// The feeds page: which feeds are shown, what is selected, and what is done to them. It asks again every few seconds
// while somebody looks, so states change before their eyes.

import { el, plural } from './dom.js';
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
import { keepTelling } from './time.js';

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
  byId('trouble').textContent = failed ? failed + (feeds.size ? ' What is shown is from before.' : '') : '';
  byId('table').setAttribute('aria-busy', String(loading));
  byId('table').hidden = !loading && !feeds.size;
  drawFilters(facets);
  drawRows(feeds, loading, (id) => everything || selected.has(id));
  drawSelection();
  byId('more').hidden = !cursor || loading;
  byId('shown').textContent = loading ? '' : cursor ? `${feeds.size} shown.` : feeds.size ? plural(feeds.size, 'feed') + '.' : '';
  byId('empty').hidden = loading || feeds.size > 0;
  if (!byId('empty').hidden) explain();
}

function explain() {
  const narrowed = Object.values(filter).some(Boolean);
  byId('empty').replaceChildren(...(failed ? [el('p', {}, 'The feeds cannot be shown now. This page goes on asking.')]
    : narrowed ? [el('p', {}, 'No feed fits.'), el('p', {}, el('button', { type: 'button', id: 'widen' }, 'Show all feeds'))]
      : [el('p', {}, el('b', {}, 'No feed yet.')), el('p', {}, 'Add the address of a feed or of a site, import an OPML list from another reader, or start with ', el('code', {}, './tocsin up --feeds deploy/feeds.yaml'), '.'),
        el('p', {}, el('button', { type: 'button', class: 'primary', id: 'first' }, 'Add feed'))]));
}

// ---- selecting

function drawSelection() {
  const count = everything ? facets?.total ?? feeds.size : selected.size;
  byId('selection').hidden = count === 0;
  byId('selected').textContent = everything ? 'All that fit are selected' : `${plural(count, 'feed')} selected`;
  const all = feeds.size > 0 && [...feeds.keys()].every((id) => selected.has(id));
  byId('select-all').hidden = everything || !all || !cursor;
  byId('select-all').textContent = 'Select all that fit, shown or not';
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
      const words = { pause: 'Paused', resume: 'Resumed', tag: 'Tagged', untag: 'Untagged' };
      toast(`${words[action]} ${plural(done.done, 'feed')}.`);
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
  const name = ids.length === 1 && feeds.has(ids[0]) ? `“${titleOf(feeds.get(ids[0]))}”` : plural(done.done, 'feed');
  ids.forEach((id) => feeds.delete(id));
  toast(`Deleted ${name}.`, async () => {
    const back = await api('POST', '/feeds/actions', { action: 'restore', ids });
    toast(`Brought back ${plural(back.done, 'feed')}.`);
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
    toast(`${feed.paused ? 'Resumed' : 'Paused'} “${titleOf(feed)}”.`);
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
    toast(`Added “${titleOf(feed)}”. It is asked at once.`);
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
  else if (event.key === ' ') pick(event.target.dataset.feed);
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
  x: () => current() && pick(current().dataset.feed),
  p: () => current() && togglePause(feedOf(current())),
  d: () => current() && act('delete', { ids: [current().dataset.feed] }),
  u: undo,
  n: () => addFeed(),
  '/': () => byId('q').focus(),
  '?': () => byId('help').showModal(),
});

const address = readAddress();
keepTelling();
load();
if (address.get('feed')) api('GET', `/feeds/${encodeURIComponent(address.get('feed'))}`).then(open, wrong);
setInterval(() => { if (!document.hidden && !loading) load({ quiet: true }); }, RENEW);
document.addEventListener('visibilitychange', () => { if (!document.hidden) load({ quiet: true }); });
