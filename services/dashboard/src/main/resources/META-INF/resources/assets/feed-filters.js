// What narrows the list of feeds: a button for each state, a choice each for tags, countries and languages.

import { el } from './dom.js';
import { query } from './api.js';
import { stateWord } from './feed-row.js';
import { nameOf, t } from './words.js';

const ORDER = ['ok', 'failing', 'throttled', 'quiet', 'blocked', 'gone', 'new', 'paused'];
const byId = (id) => document.getElementById(id);

/** What is wanted; empty is anything. */
export const filter = { state: '', q: '', tag: '', country: '', language: '' };

/** The page's address says what is wanted, so that it can be sent to somebody. */
export function readAddress() {
  const address = new URLSearchParams(location.search);
  for (const key of Object.keys(filter)) filter[key] = address.get(key) ?? '';
  byId('q').value = filter.q;
  return address;
}

export function writeAddress() {
  history.replaceState(null, '', query(filter) || location.pathname);
}

export function drawFilters(facets) {
  drawStates(facets);
  drawChoice('tag', t('feeds.anyTag'), facets?.tags, (tag) => tag);
  drawChoice('country', t('feeds.anyCountry'), facets?.countries, (code) => nameOf('region', code));
  drawChoice('language', t('feeds.anyLanguage'), facets?.languages, (tag) => nameOf('language', tag));
  const tags = Object.keys(facets?.tags ?? {});
  const list = byId('known-tags');
  if (list.children.length !== tags.length) list.replaceChildren(...tags.map((tag) => el('option', { value: tag })));
}

function drawStates(facets) {
  const counts = facets?.states ?? {};
  const all = ['', ...ORDER.filter((state) => counts[state] || filter.state === state || state === 'ok'),
    ...Object.keys(counts).filter((state) => !ORDER.includes(state))];
  const group = byId('states');
  const known = new Map([...group.children].map((button) => [button.dataset.value, button]));
  const buttons = all.map((state) => {
    const button = known.get(state) ?? el('button', { type: 'button', 'data-value': state });
    const count = facets ? String(state ? counts[state] ?? 0 : facets.total) : '';
    const signature = `${count} ${filter.state === state}`;
    if (button.dataset.signature !== signature) {
      button.dataset.signature = signature;
      button.setAttribute('aria-pressed', String(filter.state === state));
      button.replaceChildren(state ? el('span', { class: 'dot', 'data-state': state }, stateWord(state)) : t('feeds.all'), el('b', {}, count));
    }
    return button;
  });
  if (buttons.some((button, i) => group.children[i] !== button) || group.children.length !== buttons.length) group.replaceChildren(...buttons);
}

function drawChoice(id, none, counts, name) {
  const select = byId(id);
  const keys = Object.keys(counts ?? {});
  if (filter[id] && !keys.includes(filter[id])) keys.push(filter[id]);
  const signature = JSON.stringify(keys.map((key) => [key, counts?.[key]]));
  if (select.dataset.signature !== signature && document.activeElement !== select) {
    select.dataset.signature = signature;
    const options = keys.map((key) => ({ key, text: `${name(key)} (${counts?.[key] ?? 0})` })).sort((a, b) => a.text.localeCompare(b.text));
    select.replaceChildren(el('option', { value: '' }, none), ...options.map(({ key, text }) => el('option', { value: key }, text)));
  }
  select.value = filter[id];
}
