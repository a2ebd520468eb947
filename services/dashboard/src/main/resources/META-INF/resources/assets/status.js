// The status page: asks for the report every few seconds while somebody looks, and rewrites what changed.

import { api } from './api.js';
import { el } from './dom.js';
import { drawLetters } from './letters.js';
import { line } from './line.js';
import { ago, keepTelling } from './time.js';
import { knows, locale, number, t } from './words.js';

const EVERY = 5_000;
const at = (id) => document.getElementById(id);
let asking = false;

/** Puts other children below a node where they differ: focus and selection stay where nothing changed. */
function fill(id, ...children) {
  const box = at(id);
  const next = el(box.tagName, {}, ...children);
  if (next.innerHTML !== box.innerHTML) box.replaceChildren(...next.childNodes);
}

function dot(well, word) {
  return el('span', { class: 'dot', 'data-state': well ? 'ok' : 'failing' }, word);
}

/** What a part that is up says of itself; what is wrong with the others they say in English. */
function detail({ name, state, detail: said }) {
  if (state !== 'up') return el('span', { lang: 'en' }, said);
  return knows(`status.up.${name}`) ? t(`status.up.${name}`) : t('status.up.service');
}

function parts(report) {
  at('parts').tBodies[0].replaceChildren(...report.parts.map((part) => el('tr', {},
    el('th', { scope: 'row' }, part.name), el('td', {}, part.state === 'up' ? dot(true, t('status.up')) : dot(false, t('status.down'))), el('td', {}, detail(part)),
    el('td', { class: part.replicas === null ? 'number none' : 'number', 'data-label': t('status.replicas') }, String(part.replicas ?? '–')),
    el('td', { class: part.version ? null : 'none', 'data-label': t('status.version') }, part.version ?? '–'))));
  const verdict = at('verdict');
  const down = report.parts.filter((p) => p.state !== 'up').map((p) => p.name);
  const words = down.length ? t('status.notUp', down.join(', ')) : t('status.allUp');
  if (verdict.textContent !== words) verdict.textContent = words;
  verdict.dataset.state = down.length ? 'failing' : 'ok';
}

const UNITS = [['millisecond', 1, 1_000], ['second', 1_000, 60_000], ['minute', 60_000, 3_600_000], ['hour', 3_600_000, Infinity]];

/** Beyond this nothing took so long: the article was old when it came. */
const OLD = 24 * 3_600_000;

/** A span of time in the unit that is read most easily. */
function span(millis) {
  if (millis >= OLD) return t('status.overADay');
  const [unit, one] = UNITS.find(([, , end]) => millis < end);
  const value = millis / one;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: one > 1 && value < 10 ? 1 : 0 }).format(value);
}

function pace(report) {
  if (!report.pace) {
    fill('stages', el('p', { class: 'empty' }, t('status.paceUnknown')));
    fill('throughput');
    return;
  }
  const { stages, window, throughput } = report.pace;
  const measured = stages.some((s) => s.count > 0);
  fill('stages', measured
    ? el('div', { class: 'scroll' }, el('table', {},
      el('caption', {}, t('status.took', window)),
      el('thead', {}, el('tr', {}, ...[t('status.stage'), 'p50', 'p95', 'p99', t('status.measured')].map((h, i) => el('th', { scope: 'col', class: i ? 'number' : null }, h)))),
      el('tbody', {}, ...stages.map((s) => el('tr', {}, el('th', { scope: 'row' }, `${t(`status.time.${s.from}`)} → ${t(`status.time.${s.to}`)}`),
        ...[s.p50, s.p95, s.p99].map((p) => el('td', { class: 'number' }, s.count ? span(p) : '–')), el('td', { class: 'number muted' }, number(s.count)))))),
      stages.some((s) => s.count && s.p99 >= OLD) && el('p', { class: 'hint' }, t('status.oldArticles')))
    : el('p', { class: 'empty' }, t('status.noPace', window)));
  fill('throughput', el('ul', { class: 'sparks' }, ...throughput.map(({ channel, counts }) => {
    const sum = counts.reduce((a, b) => a + b, 0);
    return el('li', {}, el('span', {}, channel), line(counts, t('status.spark', sum, channel, counts.at(-2))),
      el('span', { class: 'number muted' }, t('status.anHour', sum)));
  })));
}

function channels(report) {
  if (!report.channels) {
    fill('channels', el('p', { class: 'empty' }, t('status.channelsUnknown')));
    return;
  }
  const heads = [t('status.channel'), t('status.readBy'), t('status.waiting'), t('status.replicas'), t('status.held'), t('status.partitions')];
  const cell = (i, text, figures = true) => el('td', { class: `${figures ? 'number' : ''}${text === '–' || text === '' ? ' none' : ''}`, 'data-label': heads[i] }, text);
  fill('channels', el('div', { class: 'scroll' }, el('table', { class: 'stack' },
    el('thead', {}, el('tr', {}, ...heads.map((h, i) => el('th', { scope: 'col', class: i > 1 ? 'number' : null }, h)))),
    el('tbody', {}, ...report.channels.flatMap((c) => (c.readers.length ? c.readers : [null]).map((r, i) => el('tr', {},
      el(i ? 'td' : 'th', i ? {} : { scope: 'row' }, i ? '' : c.channel),
      cell(1, r ? r.group : el('span', { class: 'muted' }, t('status.nobody')), false),
      cell(2, r ? el(r.lag > 0 ? 'b' : 'span', {}, number(r.lag)) : '–'),
      cell(3, r ? (r.replicas ? String(r.replicas) : el('span', { class: 'problem' }, '0')) : '–'),
      cell(4, i ? '' : number(c.messages)),
      cell(5, i ? '' : String(c.partitions)))))))));
}

const COUNTED = ['articles', 'stories', 'alerts', 'verdicts', 'topics'];
const NEWEST = ['newestArticle', 'newestAlert'];

function counts(report) {
  fill('counts',
    ...COUNTED.filter((key) => Number.isInteger(report[key])).map((key) => el('div', {}, el('dt', {}, t(`status.count.${key}`)), el('dd', {}, number(report[key])))),
    ...NEWEST.filter((key) => report[key]).map((key) => el('div', {}, el('dt', {}, key === 'newestArticle' ? t('status.newestArticle') : t('status.newestAlert')), el('dd', {}, el('time', { datetime: report[key] }, ago(report[key]))))));
}

async function ask() {
  if (asking || document.hidden) return;
  asking = true;
  try {
    const report = await api('GET', '/status');
    parts(report);
    pace(report);
    channels(report);
    counts(report);
    drawLetters(report.deadLetters, ask);
    fill('looked', t('status.lookedAt', new Date(report.at).toLocaleTimeString(locale)));
    at('lost').hidden = true;
  } catch (error) {
    at('lost').textContent = t('status.stale', error.message);
    at('lost').hidden = false;
  } finally {
    asking = false;
  }
}

ask();
setInterval(ask, EVERY);
document.addEventListener('visibilitychange', ask);
keepTelling();
