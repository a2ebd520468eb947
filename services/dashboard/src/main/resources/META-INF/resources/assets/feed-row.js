// One feed as a row of the table. Rows stay, so that focus, selection and place stay when their values change.

import { el } from './dom.js';
import { ago, exact } from './time.js';
import { round, spark } from './spark.js';
import { knows, t } from './words.js';
import { why } from './feed-why.js';

export function stateOf(feed) {
  return feed.paused ? 'paused' : feed.state;
}

export function stateWord(state) {
  return knows(`feeds.is.${state}`) ? t(`feeds.is.${state}`) : state;
}

export function titleOf(feed) {
  return feed.title ?? host(feed.url);
}

export function host(url) {
  try {
    return new URL(url).host || url.split('/').pop();
  } catch {
    return url;
  }
}

export function createRow(id) {
  const box = el('input', { type: 'checkbox', tabindex: '-1', 'data-for': 'admin' });
  const row = el('tr', { 'data-feed': id, tabindex: '-1' }, el('td', { class: 'pick' }, box));
  row.box = box;
  return row;
}

export function fillRow(row, feed, selected) {
  const state = stateOf(feed);
  row.dataset.state = state;
  row.box.checked = selected;
  row.box.setAttribute('aria-label', t('feeds.select', titleOf(feed)));
  row.setAttribute('aria-selected', String(selected));
  row.replaceChildren(row.firstChild, name(feed), standing(feed, state), days(feed), time(feed.lastNewArticle, t('feeds.noneNew')),
    time(feed.paused ? null : feed.nextTry, t(feed.paused ? 'feeds.is.paused' : 'feeds.none')),
    el('td', { class: 'edit' }, el('button', { type: 'button', class: 'quiet', tabindex: '-1', 'data-for': 'admin', 'aria-label': t('feeds.editOf', titleOf(feed)) }, t('feeds.edit'))));
}

function name(feed) {
  const facts = [host(feed.url), feed.source?.country, feed.language, feed.source?.reliability && t('feeds.grade', feed.source.reliability)].filter(Boolean);
  return el('th', { scope: 'row' },
    el('button', { type: 'button', class: 'name', dir: 'auto' }, titleOf(feed)),
    el('div', { class: 'about' }, el('span', { class: 'address', title: feed.url }, facts.join(' · ')),
      feed.tags?.length ? el('span', { class: 'tags' }, feed.tags.map((tag) => el('button', { type: 'button', class: 'tag', 'data-tag': tag, tabindex: '-1' }, tag))) : null));
}

function standing(feed, state) {
  const said = why(feed);
  return el('td', { class: 'standing' },
    el('span', { class: 'dot', 'data-state': state }, stateWord(state)),
    feed.reason && el('p', { class: state === 'ok' || state === 'paused' ? 'reason calm' : 'reason', lang: said.lang, title: feed.reason }, said.text));
}

function days(feed) {
  const { days: counts, expected } = feed.arrivals ?? { days: [], expected: null };
  if (!counts.length || counts.every((n) => n === 0) && !expected) return el('td', { class: 'days' }, el('span', { class: 'muted' }, '–'));
  return el('td', { class: 'days' }, el('div', {}, spark({ days: counts, expected }),
    el('p', { class: 'muted' }, t('feeds.today', counts.at(-1)), expected ? `, ${t('feeds.usually', round(expected))}` : '')));
}

function time(iso, none) {
  return el('td', { class: 'when' }, iso ? el('time', { datetime: iso, title: exact(iso) }, ago(iso)) : el('span', { class: 'muted' }, none));
}
