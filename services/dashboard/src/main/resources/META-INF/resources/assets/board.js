// The live board: lists at first, then the stream, drawn at most once a frame.

import { el } from './dom.js';
import { api, query } from './api.js';
import { offer } from './card.js';
import { Column } from './column.js';
import { Store } from './store.js';
import { connect } from './live.js';
import { keepTelling } from './time.js';
import { language, t } from './words.js';
import { filter, readAddress } from './filter.js';
import { count, lane, reset, show as showChoices, startChoices, topicsAre } from './choices.js';
import { startViews } from './views.js';
import { judge, pick, picked, selection, selectNone, startJudging, undoLast } from './judge.js';
import { openAlarms, ring, startAlarms } from './alarms.js';
import { connection, heard, openSilences, startStrip } from './strip.js';
import { startHints } from './hints.js';
import { onWall, showFirst, startWall, toggleWall } from './wall.js';
import { current, listen, move, sideways } from './keys.js';
import { only } from './roles.js';

const FIRST_PAGE = 60;
const PAGE = 200;
const FIRST_LOAD = 1_000;
const LONGEST_PAUSE = 30_000;
/** A mute that ends, and what is new by the clock, is seen without a message. */
const RENEW = 30_000;

const byId = (id) => document.getElementById(id);
const store = new Store();
const columns = new Map();
const stale = new Set();
let exhausted = false;
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

/** All columns anew: the filter, the selection or the time changed. */
function again(column) {
  if (!column) columns.forEach((one) => one.release());
  for (const one of column ? [column] : columns.values()) stale.add(one.topic);
  schedule();
}

function draw() {
  scheduled = false;
  for (const topic of store.topics()) columnOf(topic);
  for (const topic of store.changed()) stale.add(topic);
  for (const topic of stale) columns.get(topic)?.draw(store.of(topic), filter, loading);
  stale.clear();
  let fresh = 0;
  for (const one of columns.values()) {
    one.element.hidden = filter.topics.length > 0 && !filter.topics.includes(one.topic);
    if (!one.element.hidden) fresh += one.fresh;
  }
  count(store, (topic) => !columns.get(topic)?.element.hidden);
  byId('columns').setAttribute('aria-busy', String(loading));
  document.title = fresh ? `(${fresh > 999 ? '999+' : fresh}) Tocsin` : 'Tocsin';
  tabStops();
  explain();
}

function columnOf(topic, title) {
  let one = columns.get(topic);
  if (!one) {
    document.querySelectorAll('.column.ghost').forEach((ghost) => ghost.remove());
    one = new Column(topic, title ?? ownName(topic), { more, again, picked });
    one.exhausted = exhausted;
    columns.set(topic, one);
    byId('columns').append(one.element);
    byId('tabs').append(one.tab);
    one.tab.addEventListener('click', () => show(topic));
    const wanted = new URLSearchParams(location.search).get('topic');
    if (columns.size === 1 || wanted === topic) show(topic);
    topicsAre([...columns.keys()]);
    stale.add(topic);
  } else if (title && one.name !== title) {
    one.rename(title);
  }
  return one;
}

/** Topics that no pack is behind have names of ours. */
function ownName(topic) {
  const key = `board.own.${topic}`;
  return t(key) === key ? topic : t(key);
}

const nameOf = (topic) => columns.get(topic)?.name ?? ownName(topic);

/** On a narrow screen one topic is shown at a time. */
function show(topic) {
  for (const one of columns.values()) {
    one.element.classList.toggle('shown', one.topic === topic);
    one.tab.setAttribute('aria-pressed', String(one.topic === topic));
  }
}

/** Tab comes to one card of each column: the one that had the focus last, else the first. */
function tabStops() {
  for (const { list } of columns.values()) {
    const stop = list.querySelector('.card[tabindex="0"]') ?? list.querySelector('.card');
    if (stop) stop.tabIndex = 0;
    else list.tabIndex = -1;
  }
}

function explain() {
  const known = byId('start');
  if (!loading) document.querySelectorAll('.column.ghost').forEach((ghost) => ghost.remove());
  if (columns.size || loading) {
    known?.remove();
  } else if (!known) {
    byId('columns').append(el('div', { class: 'empty', id: 'start' }, el('p', {}, t('board.nothingWatched')),
      el('p', {}, t('board.nothingWatchedWhy'), ' ', el('a', { href: '/feeds' }, t('board.addFeed')))));
  }
}

function notice(text) {
  byId('notice').hidden = !text;
  byId('notice').textContent = text ?? '';
}

// ---- loading

/** Loads topics and alerts; until it succeeds, again and again, while the stream goes on. */
async function load(pause = 2_000) {
  loading = true;
  try {
    const [topics, first] = await Promise.all([api('GET', '/topics'), api('GET', `/alerts${query({ limit: FIRST_PAGE })}`)]);
    for (const { id, name } of topics.items) columnOf(id, name?.[language] ?? name?.en);
    let page = first;
    let known = 0;
    for (;;) {
      page.items.forEach((alert) => store.alert(alert));
      known += page.items.length;
      schedule();
      if (!page.nextCursor || known >= FIRST_LOAD) break;
      page = await api('GET', `/alerts${query({ limit: PAGE, cursor: page.nextCursor })}`);
    }
    exhausted = !page.nextCursor;
    columns.forEach((one) => { one.exhausted = exhausted; });
    notice(null);
  } catch (error) {
    notice(`${error.message} ${t('common.tryingAgain')}`);
    setTimeout(() => load(Math.min(pause * 2, LONGEST_PAUSE)), pause);
  }
  loading = false;
  early.forEach(([type, data]) => take(type, data));
  early = [];
  again();
}

/** Loads older alerts of one topic, until that many are known or there are no more. */
async function more(one, wanted) {
  try {
    while (!one.exhausted && store.count(one.topic) < wanted) {
      const page = await api('GET', `/alerts${query({ topic: one.topic, limit: PAGE, cursor: one.cursor })}`);
      page.items.forEach((alert) => store.alert(alert));
      one.cursor = page.nextCursor;
      one.exhausted = !page.nextCursor;
    }
  } catch (error) {
    notice(error.message);
  }
  again(one);
}

// ---- the stream

function take(type, data) {
  if (loading) {
    early.push([type, data]);
  } else if (type === 'alert' ? store.alert(data) : store.verdict(data)) {
    schedule();
    if (type === 'alert') {
      const alert = store.get(data.story);
      heard(alert);
      ring(alert, nameOf);
      showFirst(columns.get(alert.topic));
    }
  }
}

// ---- what the reader does

/** Commands are for what is selected, else for the card at hand. */
const targets = () => (selection().length ? selection() : [current()?.dataset.story].filter(Boolean));

function act(kind) {
  columns.forEach((one) => one.release());
  return judge(kind, targets());
}

function open(card) {
  if (card) location.assign(`/stories/${encodeURIComponent(card.dataset.story)}`);
}

function extend(by) {
  const from = current();
  if (from) pick(from.dataset.story, { on: true });
  const to = move(by);
  if (to) pick(to.dataset.story, { on: true });
}

/** All stories of the column in which a story is, in the order shown. */
function order(story) {
  return [...columns.values()].map((one) => one.stories()).find((stories) => stories.includes(story)) ?? [];
}

function escape() {
  if (selection().length) selectNone();
  else if (onWall) toggleWall();
}

byId('columns').addEventListener('click', (event) => {
  const card = event.target.closest('.card');
  const button = event.target.closest('[data-judge]');
  if (button) judge(button.dataset.judge, selection().includes(card.dataset.story) ? selection() : [card.dataset.story]);
  else if (event.target.closest('.pick')) {
    if (event.target.matches('input')) pick(card.dataset.story, { range: event.shiftKey });
  }
});
byId('columns').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target.matches('.card')) open(event.target);
});
byId('columns').addEventListener('focusin', (event) => {
  const card = event.target.closest('.card');
  if (!card) return;
  card.closest('.cards').querySelectorAll('.card[tabindex="0"]').forEach((one) => { if (one !== card) one.tabIndex = -1; });
  card.tabIndex = 0;
  offer(card, true);
});
byId('columns').addEventListener('focusout', (event) => {
  const card = event.target.closest('.card');
  if (card && !card.contains(event.relatedTarget)) offer(card, false);
});
byId('help-open').addEventListener('click', () => byId('help').showModal());

listen({
  j: () => move(1), k: () => move(-1), l: () => sideways(1), h: () => sideways(-1),
  ArrowDown: () => move(1), ArrowUp: () => move(-1), ArrowRight: () => sideways(1), ArrowLeft: () => sideways(-1),
  o: () => open(current()),
  ...only('analyst', {
    a: () => act('acknowledged'), r: () => act('relevant'), i: () => act('irrelevant'), m: () => act('muted'), n: () => act('note'),
    u: undoLast,
    x: () => pick(current()?.dataset.story), '⇧x': () => pick(current()?.dataset.story, { range: true }),
    '⇧j': () => extend(1), '⇧k': () => extend(-1),
  }),
  Escape: escape,
  f: () => byId('filters').showPopover(), v: () => byId('views').showPopover(), c: reset,
  1: () => lane(0), 2: () => lane(1), 3: () => lane(2), 4: () => lane(3), 5: () => lane(4),
  s: openAlarms, w: toggleWall,
  '/': () => byId('text').focus(),
  '?': () => byId('help').showModal(),
});

startWall();
readAddress();
startChoices(again, nameOf);
startViews(() => { showChoices(); again(); });
startJudging({ store, again, order });
startAlarms(() => [...columns.values()].map(({ topic, name }) => ({ id: topic, name })));
startStrip(() => openSilences(store.of('coverage')));
startHints({ keys: () => byId('help').showModal(), alarms: openAlarms });
connect(['alert', 'verdict'], {
  event: take,
  reset: () => {
    store.clear();
    load();
  },
  state: connection,
});
keepTelling();
setInterval(again, RENEW);
load();
