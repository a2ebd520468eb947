// The bar above the columns: lanes, filters, order. It shows the filter and changes it; what fits is triage's business.

import { el } from './dom.js';
import { change, filter, narrowed, widened } from './filter.js';
import { laneOf } from './triage.js';
import { nameOf, number, t } from './words.js';

const LANES = ['', 'new', 'acknowledged', 'muted', 'irrelevant'];
const byId = (id) => document.getElementById(id);
let redraw = () => {};
let topicName = (id) => id;
const seen = { lang: new Map(), place: new Map(), topics: new Map() };

/** @param again draws the board; @param nameOfTopic tells a topic's title */
export function startChoices(again, nameOfTopic) {
  redraw = again;
  topicName = nameOfTopic;
  byId('text').value = filter.q;
  byId('filter').addEventListener('input', () => set({ q: byId('text').value.trim() }));
  byId('filter').addEventListener('submit', (event) => event.preventDefault());
  byId('lanes').addEventListener('click', (event) => {
    const lane = event.target.closest('[data-lane]')?.dataset.lane;
    if (lane !== undefined) set({ lane });
  });
  byId('order').addEventListener('click', () => set({ order: filter.order ? '' : 'gravest' }));
  byId('filters-form').addEventListener('change', () => set(ofForm()));
  byId('filters-form').addEventListener('submit', (event) => event.preventDefault());
  byId('filters-clear').addEventListener('click', () => reset());
  byId('filters').addEventListener('beforetoggle', fillForm);
  byId('active').addEventListener('click', (event) => {
    const { key, value } = event.target.closest('[data-key]')?.dataset ?? {};
    if (key === 'all') reset();
    else if (key === 'origins') set({ origins: '' });
    else if (key) set({ [key]: filter[key].filter((one) => one !== value) });
  });
  show();
}

/** The lane of that number on the keyboard. */
export function lane(index) {
  set({ lane: LANES[index] });
}

export function reset() {
  byId('text').value = '';
  set(widened());
}

export function set(parts) {
  change(parts);
  show();
  fillForm();
  redraw();
}

/** Shows what is set, after the address changed by itself too. */
export function show() {
  if (byId('text').value.trim() !== filter.q) byId('text').value = filter.q;
  for (const button of byId('lanes').children) button.setAttribute('aria-pressed', String(button.dataset.lane === filter.lane));
  byId('order').textContent = t(filter.order ? 'board.orderGravest' : 'board.orderNewest');
  byId('order').setAttribute('aria-pressed', String(Boolean(filter.order)));
  const count = narrowed();
  byId('filters-count').hidden = !count;
  byId('filters-count').textContent = number(count);
  byId('active').replaceChildren(...['severity', 'status', 'lang', 'place', 'topics'].flatMap((key) => filter[key].map((value) => pill(key, value, label(key, value)))),
    ...(filter.origins ? [pill('origins', filter.origins, `${t('board.origins')}: ${t('board.atLeast', Number(filter.origins))}`)] : []));
}

function pill(key, value, text) {
  return el('button', { type: 'button', class: 'pill', 'data-key': key, 'data-value': value, 'aria-label': t('board.takeAway', text) }, text, el('i', { 'aria-hidden': 'true' }, '×'));
}

function label(key, value) {
  if (key === 'lang') return nameOf('language', value);
  if (key === 'place') return nameOf('region', value);
  if (key === 'topics') return topicName(value);
  return t(`board.${value}`);
}

/** Counts lanes, and learns which languages, places and topics there are to choose from. */
export function count(store, wanted) {
  const now = Date.now();
  const lanes = { '': 0, new: 0, acknowledged: 0, muted: 0, irrelevant: 0 };
  for (const map of Object.values(seen)) map.clear();
  for (const alert of store.all()) {
    if (!wanted(alert.topic)) continue;
    const at = laneOf(alert, now);
    lanes[at] += 1;
    if (at !== 'muted' && at !== 'irrelevant') lanes[''] += 1;
    alert.languages.forEach((tag) => tally('lang', tag));
    alert.countries?.forEach((code) => tally('place', code));
  }
  for (const button of byId('lanes').children) {
    const text = lanes[button.dataset.lane] ? number(lanes[button.dataset.lane]) : '';
    const box = button.querySelector('b');
    if (box.textContent !== text) box.textContent = text;
  }
}

function tally(key, value) {
  seen[key].set(value, (seen[key].get(value) ?? 0) + 1);
}

/** Topics are columns, with alerts or without. */
export function topicsAre(ids) {
  seen.topics = new Map(ids.map((id) => [id, 0]));
}

function fillForm() {
  const form = byId('filters-form');
  for (const box of form.querySelectorAll('[data-choices]')) {
    const key = box.dataset.choices;
    const values = [...new Set([...seen[key].keys(), ...filter[key]])];
    const options = values.map((value) => ({ value, text: label(key, value), count: seen[key].get(value) })).sort((a, b) => a.text.localeCompare(b.text));
    const signature = options.map((o) => o.value + o.text).join();
    if (box.dataset.signature !== signature) {
      box.dataset.signature = signature;
      box.replaceChildren(...options.map((o) => el('label', {}, el('input', { type: 'checkbox', name: key, value: o.value }), el('span', {}, o.text))));
      if (!options.length) box.replaceChildren(el('span', { class: 'muted' }, t('board.nothingYet')));
    }
  }
  for (const input of form.querySelectorAll('input')) {
    input.checked = input.name === 'origins' ? input.value === filter.origins : filter[input.name].includes(input.value);
  }
}

function ofForm() {
  const data = new FormData(byId('filters-form'));
  return { severity: data.getAll('severity'), status: data.getAll('status'), lang: data.getAll('lang'), place: data.getAll('place'), topics: data.getAll('topics'), origins: data.get('origins') ?? '' };
}
