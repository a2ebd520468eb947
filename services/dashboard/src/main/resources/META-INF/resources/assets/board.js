// The live board: lists at first, then the stream, drawn at most once a frame.

import { el } from './dom.js';
import { Column } from './column.js';
import { Store } from './store.js';
import { connect } from './live.js';
import { decide } from './desk.js';
import { keepTelling } from './time.js';
import { current, listen, move, sideways } from './keys.js';

const PAGE = 100;
const FIRST_LOAD = 1000;
const LONGEST_PAUSE = 30_000;
const ASK_FEEDS = 60_000;
const IN_TROUBLE = ['failing', 'throttled', 'quiet', 'blocked', 'gone'];
/** Topics that no pack is behind. */
const OWN_TOPICS = { coverage: 'Coverage' };

const byId = (id) => document.getElementById(id);
const store = new Store();
const columns = new Map();
const filter = { words: [], fresh: false };
let early = [];
let loading = true;
let scheduled = false;

// ---- drawing

function schedule() {
  if (!scheduled) {
    scheduled = true;
    requestAnimationFrame(draw);
  }
}

function draw() {
  scheduled = false;
  const byTopic = Map.groupBy(store.all(), (alert) => alert.topic);
  for (const topic of byTopic.keys()) column(topic);
  let fresh = 0;
  for (const one of columns.values()) fresh += one.draw(byTopic.get(one.topic) ?? [], filter, loading);
  byId('columns').setAttribute('aria-busy', String(loading));
  document.title = fresh ? `(${fresh > 999 ? '999+' : fresh}) Tocsin` : 'Tocsin';
  explain();
}

function column(topic, title) {
  let one = columns.get(topic);
  if (!one) {
    document.querySelectorAll('.column.ghost').forEach((ghost) => ghost.remove());
    one = new Column(topic, title ?? OWN_TOPICS[topic] ?? topic, more);
    columns.set(topic, one);
    byId('columns').append(one.element);
    byId('tabs').append(one.tab);
    one.tab.addEventListener('click', () => show(topic));
    const wanted = new URLSearchParams(location.search).get('topic');
    if (columns.size === 1 || wanted === topic) show(topic);
  } else if (title && one.name !== title) {
    one.rename(title);
  }
  return one;
}

/** On a narrow screen one topic is shown at a time. */
function show(topic) {
  for (const one of columns.values()) {
    one.element.classList.toggle('shown', one.topic === topic);
    one.tab.setAttribute('aria-pressed', String(one.topic === topic));
  }
}

function explain() {
  const known = byId('start');
  if (!loading) document.querySelectorAll('.column.ghost').forEach((ghost) => ghost.remove());
  if (columns.size || loading) {
    known?.remove();
  } else if (!known) {
    byId('columns').append(el('div', { class: 'empty', id: 'start' },
      el('p', {}, 'Nothing is watched yet.'),
      el('p', {}, 'Topics appear here when classify has read its topic packs. Then ', el('a', { href: '/feeds' }, 'add a feed'), ' and wait for it to ring.')));
  }
}

function notice(text) {
  byId('notice').hidden = !text;
  byId('notice').textContent = text ?? '';
}

// ---- loading

async function json(path) {
  const response = await fetch(path, { headers: { Accept: 'application/json' } });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.detail ?? `${path} answered ${response.status}.`);
  return body;
}

/** Loads topics and alerts; until it succeeds, again and again, while the stream goes on. */
async function load(pause = 2_000) {
  loading = true;
  try {
    for (const topic of (await json('/api/topics')).items) column(topic.id, topic.name?.en);
    schedule();
    let cursor = null;
    let count = 0;
    do {
      const page = await json(`/api/alerts?limit=${PAGE}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      page.items.forEach((alert) => store.alert(alert));
      count += page.items.length;
      cursor = page.nextCursor;
      schedule();
    } while (cursor && count < FIRST_LOAD);
    if (!cursor) columns.forEach((one) => { one.exhausted = true; });
    notice(null);
  } catch (error) {
    notice(`${error.message} Trying again…`);
    setTimeout(() => load(Math.min(pause * 2, LONGEST_PAUSE)), pause);
  }
  loading = false;
  early.forEach(([type, data]) => take(type, data));
  early = [];
  schedule();
}

/** Loads older alerts of one topic, until that many are known or there are no more. */
async function more(one, wanted) {
  try {
    const known = () => [...store.all()].filter((a) => a.topic === one.topic).length;
    while (!one.exhausted && known() < wanted) {
      const at = one.cursor ? `&cursor=${encodeURIComponent(one.cursor)}` : '';
      const page = await json(`/api/alerts?topic=${encodeURIComponent(one.topic)}&limit=${PAGE}${at}`);
      page.items.forEach((alert) => store.alert(alert));
      one.cursor = page.nextCursor;
      one.exhausted = !page.nextCursor;
    }
  } catch (error) {
    notice(error.message);
  }
  schedule();
}

// ---- the stream

function take(type, data) {
  if (loading) {
    early.push([type, data]);
  } else if (type === 'alert' ? store.alert(data) : store.verdict(data)) {
    schedule();
  }
}

connect(['alert', 'verdict'], {
  event: take,
  reset: () => {
    store.clear();
    load();
  },
  state: (live, since) => {
    const state = byId('state');
    state.dataset.state = live ? 'live' : 'reconnecting';
    const at = since.toLocaleTimeString();
    state.querySelector('span').textContent = live ? 'Live' : `Reconnecting since ${at}`;
    state.title = live ? `Connected since ${at}` : 'The board resumes by itself, without a gap.';
  },
});

// ---- what the reader does

async function acknowledge(card) {
  const story = card?.dataset.story;
  const button = card?.querySelector('.ack');
  if (!button || button.disabled) return;
  button.disabled = true;
  try {
    if (store.verdict(await decide(story, { verdict: 'acknowledged' }))) schedule();
  } catch (error) {
    card.querySelector('.error').textContent = error.message;
    button.disabled = false;
  }
}

function read() {
  const query = new URLSearchParams(location.search);
  byId('text').value = query.get('q') ?? '';
  byId('fresh').checked = query.get('new') === '1';
  refilter();
}

function refilter() {
  filter.words = byId('text').value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  filter.fresh = byId('fresh').checked;
  schedule();
}

byId('filter').addEventListener('input', () => {
  refilter();
  const query = new URLSearchParams(location.search);
  const put = (key, value) => (value ? query.set(key, value) : query.delete(key));
  put('q', byId('text').value.trim());
  put('new', filter.fresh ? '1' : '');
  history.replaceState(null, '', query.size ? `?${query}` : location.pathname);
});
byId('filter').addEventListener('submit', (event) => event.preventDefault());
byId('columns').addEventListener('click', (event) => {
  const button = event.target.closest('.ack');
  if (button) acknowledge(button.closest('.card'));
});
byId('columns').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target.matches('.card')) event.target.querySelector('h3 a').click();
});
byId('help-open').addEventListener('click', () => byId('help').showModal());

listen({
  j: () => move(1),
  k: () => move(-1),
  l: () => sideways(1),
  h: () => sideways(-1),
  o: () => current()?.querySelector('h3 a').click(),
  a: () => acknowledge(current()),
  '/': () => byId('text').focus(),
  '?': () => byId('help').showModal(),
});

/** How many feeds are in trouble, beside the link to them. */
async function countFeeds() {
  try {
    const { states, total } = await json('/api/feeds/facets');
    const trouble = IN_TROUBLE.reduce((sum, state) => sum + (states[state] ?? 0), 0);
    const link = document.querySelector('.top nav a[href="/feeds"]');
    link.replaceChildren('Feeds', ...(trouble ? [' ', el('b', { class: 'trouble' }, String(trouble))] : []));
    link.title = trouble ? `${trouble} of ${total} feeds are in trouble` : `${total} feeds, all well`;
  } catch {
    // the feeds page says what is wrong with ingest; the board goes on
  }
}

read();
keepTelling();
countFeeds();
setInterval(() => { if (!document.hidden) countFeeds(); }, ASK_FEEDS);
load();
