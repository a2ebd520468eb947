// The status page: asks for the report every few seconds while somebody looks, and rewrites what changed.

import { api } from './api.js';
import { el, plural } from './dom.js';
import { drawLetters } from './letters.js';
import { line } from './line.js';
import { ago, keepTelling } from './time.js';

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

function parts(report) {
  const body = at('parts').tBodies[0];
  body.replaceChildren(...report.parts.map(({ name, state, detail, version, replicas }) => el('tr', {},
    el('th', { scope: 'row' }, name), el('td', {}, dot(state === 'up', state)), el('td', {}, detail),
    el('td', { class: 'number', 'data-label': 'Replicas' }, String(replicas ?? '–')), el('td', { 'data-label': 'Version' }, version ?? '–'))));
  const verdict = at('verdict');
  const down = report.parts.filter((p) => p.state !== 'up').map((p) => p.name);
  const words = down.length ? `${down.join(', ')}: not up` : 'All parts are up';
  if (verdict.textContent !== words) verdict.textContent = words;
  verdict.dataset.state = down.length ? 'failing' : 'ok';
}

const number = new Intl.NumberFormat();

/** A span of time in the unit that is read most easily. */
function span(millis) {
  if (millis < 1_000) return `${millis} ms`;
  if (millis < 60_000) return `${(millis / 1_000).toFixed(millis < 10_000 ? 1 : 0)} s`;
  return millis < 3_600_000 ? `${Math.round(millis / 60_000)} min` : `${(millis / 3_600_000).toFixed(1)} h`;
}

function pace(report) {
  if (!report.pace) {
    fill('stages', el('p', { class: 'empty' }, 'The archive does not say how fast the news comes.'));
    fill('throughput');
    return;
  }
  const { stages, window, throughput } = report.pace;
  const measured = stages.some((s) => s.count > 0);
  fill('stages', measured
    ? el('div', { class: 'scroll' }, el('table', {},
      el('caption', {}, `How long each stage took in the last ${plural(window, 'minute')}`),
      el('thead', {}, el('tr', {}, ...['Stage', 'p50', 'p95', 'p99', 'measured'].map((h, i) => el('th', { scope: 'col', class: i ? 'number' : null }, h)))),
      el('tbody', {}, ...stages.map((s) => el('tr', {}, el('th', { scope: 'row' }, `${s.from} → ${s.to}`),
        ...[s.p50, s.p95, s.p99].map((p) => el('td', { class: 'number' }, s.count ? span(p) : '–')), el('td', { class: 'number muted' }, number.format(s.count)))))))
    : el('p', { class: 'empty' }, `No article came through in the last ${plural(window, 'minute')}, so there is nothing to time.`));
  fill('throughput', el('ul', { class: 'sparks' }, ...throughput.map(({ channel, counts }) => {
    const sum = counts.reduce((a, b) => a + b, 0);
    return el('li', {}, el('span', {}, channel), line(counts, `${channel}: ${plural(sum, 'message')} in the last hour, ${counts.at(-2)} in the minute before this one`),
      el('span', { class: 'number muted' }, `${number.format(sum)} / h`));
  })));
}

function channels(report) {
  if (!report.channels) {
    fill('channels', el('p', { class: 'empty' }, 'The broker does not answer, so nobody can say what waits.'));
    return;
  }
  fill('channels', el('div', { class: 'scroll' }, el('table', { class: 'stack' },
    el('thead', {}, el('tr', {}, ...['Channel', 'Read by', 'Waiting', 'Replicas', 'Messages held', 'Partitions'].map((h, i) => el('th', { scope: 'col', class: i > 1 ? 'number' : null }, h)))),
    el('tbody', {}, ...report.channels.flatMap((c) => (c.readers.length ? c.readers : [null]).map((r, i) => el('tr', {},
      el('th', { scope: 'row' }, i ? '' : c.channel),
      el('td', { 'data-label': 'Read by' }, r ? r.group : el('span', { class: 'muted' }, 'nobody')),
      el('td', { class: 'number', 'data-label': 'Waiting' }, r ? el(r.lag > 0 ? 'b' : 'span', {}, number.format(r.lag)) : '–'),
      el('td', { class: 'number', 'data-label': 'Replicas' }, r ? (r.replicas ? String(r.replicas) : el('span', { class: 'problem' }, '0')) : '–'),
      el('td', { class: 'number', 'data-label': 'Messages held' }, i ? '' : number.format(c.messages)),
      el('td', { class: 'number', 'data-label': 'Partitions' }, i ? '' : String(c.partitions)))))))));
}

function counts(report) {
  const names = { articles: 'articles', stories: 'stories', alerts: 'alerts', verdicts: 'verdicts', topics: 'topics' };
  const times = { newestArticle: 'newest article', newestAlert: 'newest alert' };
  fill('counts',
    ...Object.entries(names).filter(([key]) => Number.isInteger(report[key])).map(([key, name]) => el('div', {}, el('dt', {}, name), el('dd', {}, number.format(report[key])))),
    ...Object.entries(times).filter(([key]) => report[key]).map(([key, name]) => el('div', {}, el('dt', {}, name), el('dd', {}, el('time', { datetime: report[key] }, ago(report[key]))))));
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
    fill('looked', `Looked at ${new Date(report.at).toLocaleTimeString()}`);
    at('lost').hidden = true;
  } catch (error) {
    at('lost').textContent = `${error.message} What is below is not of now.`;
    at('lost').hidden = false;
  } finally {
    asking = false;
  }
}

ask();
setInterval(ask, EVERY);
document.addEventListener('visibilitychange', ask);
keepTelling();
