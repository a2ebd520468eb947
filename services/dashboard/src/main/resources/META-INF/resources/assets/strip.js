// Whether the desk sees: the line below the board, and a word above it when we are blind.

import { el } from './dom.js';
import { api } from './api.js';
import { ago, clock, exact } from './time.js';
import { number, t } from './words.js';
import { laneOf } from './triage.js';

const ASK = 15_000;
const TICK = 1_000;
const QUIET_AFTER = 60 * 60_000;
const FAILING = ['failing', 'throttled', 'blocked', 'gone'];
const PARTS = ['live', 'archive', 'ingest'];

const byId = (id) => document.getElementById(id);
let live = null;
let since = new Date();
let known = null;
let lost = null;
let silent = () => 0;
let newest = 0;

/** @param silences counts the open alerts on coverage */
export function startStrip(silences) {
  silent = silences;
  ask();
  setInterval(() => { if (!document.hidden || document.body.dataset.wall) ask(); }, ASK);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) ask(); });
  setInterval(tick, TICK);
  tick();
}

/** The stream came or went. */
export function connection(isLive, at) {
  live = isLive;
  since = at;
  const state = byId('state');
  state.dataset.state = live ? 'live' : 'reconnecting';
  state.querySelector('span').textContent = live ? t('board.live') : t('board.reconnecting', clock(since));
  state.title = live ? t('board.connectedSince', exact(since)) : t('board.resumes');
  draw();
  if (live && lost) ask();
}

/** An alert came in: something was fetched at that time. */
export function heard(alert) {
  const at = Date.parse(alert.times.fetched);
  if (at > newest) newest = at;
}

export function redrawStrip() {
  draw();
}

async function ask() {
  try {
    known = await api('GET', '/watch');
    lost = null;
  } catch (error) {
    lost ??= new Date();
  }
  draw();
}

function lastArticle() {
  return Math.max(newest, Date.parse(known?.newestArticle ?? '') || 0);
}

function draw() {
  const facts = [];
  if (known) {
    const article = lastArticle();
    const old = article && Date.now() - article > QUIET_AFTER;
    facts.push(fact(article ? t('board.lastArticle', ago(new Date(article).toISOString())) : t('board.noArticle'), old || !article ? 'warn' : 'ok', article ? exact(new Date(article).toISOString()) : ''));
    facts.push(...feeds());
    for (const part of PARTS) {
      const { well, detail } = known.parts[part];
      facts.push(fact(t(well ? `board.part.${part}` : `board.partAway.${part}`), well ? 'ok' : 'bad', detail ?? ''));
    }
  }
  const signature = facts.map((f) => f.textContent + f.dataset.state).join('|');
  if (byId('parts').dataset.signature !== signature) {
    byId('parts').dataset.signature = signature;
    byId('parts').replaceChildren(...facts);
  }
  blind();
}

function feeds() {
  if (!known.feeds) return [];
  const { total, states } = known.feeds;
  const failing = FAILING.reduce((sum, state) => sum + (states[state] ?? 0), 0);
  const quiet = Math.max(silent(), states.quiet ?? 0);
  badge(failing + (states.quiet ?? 0), total);
  const link = (text, state, level) => el('li', { 'data-state': level }, el('a', { href: state ? `/feeds?state=${state}` : '/feeds' }, text));
  return [
    link(t('board.feedsTotal', total), '', total ? 'ok' : 'warn'),
    failing && link(t('board.feedsFailing', failing), 'failing', 'warn'),
    quiet && link(t('board.feedsQuiet', quiet), 'quiet', 'warn'),
  ].filter(Boolean);
}

/** How many feeds are in trouble, beside the link to them. */
function badge(trouble, total) {
  const link = document.querySelector('.top nav a[href="/feeds"]');
  if (!link) return;
  const text = trouble ? number(trouble) : '';
  if ((link.querySelector('.trouble')?.textContent ?? '') !== text) {
    link.replaceChildren(t('common.feeds'), ...(trouble ? [' ', el('b', { class: 'trouble' }, text)] : []));
  }
  link.title = trouble ? t('board.feedsTrouble', trouble, total) : t('board.feedsWell', total);
}

function fact(text, state, title) {
  return el('li', { 'data-state': state, title }, text);
}

/** What the desk cannot see now, worst first. */
function blind() {
  const said = [];
  if (lost) said.push(t('board.blindServer', clock(lost)));
  else if (known && !known.parts.live.well) said.push(t('board.blindLive', known.parts.live.detail ?? ''));
  else if (live === false && Date.now() - since > ASK) said.push(t('board.blindStream', clock(since)));
  if (!lost && known && !known.parts.ingest.well) said.push(t('board.blindIngest'));
  if (!lost && known && !known.parts.archive.well) said.push(t('board.blindArchive'));
  const text = said.join(' ');
  if (byId('blind').textContent !== text) byId('blind').textContent = text;
  byId('blind').hidden = !text;
  document.body.classList.toggle('is-blind', Boolean(text));
}

function tick() {
  byId('clock').textContent = clock(new Date());
  draw();
}

/** Open alerts on coverage, from all that are known. */
export function openSilences(alerts) {
  let count = 0;
  for (const alert of alerts) if (alert.topic === 'coverage' && laneOf(alert) === 'new') count += 1;
  return count;
}
