// What a draft found in the archive: figures, languages, time, against verdicts, and what differs from the version in force.

import { el, plural } from './dom.js';
import { inField, marked } from './marked.js';
import { drawTimes } from './lab-chart.js';

const count = (number) => Number(number).toLocaleString('en');
const share = (value) => (value ? `${(100 * value.value).toFixed(0)} %` : '–');
const interval = (value) => (value ? `${(100 * value.low).toFixed(0)}–${(100 * value.high).toFixed(0)} %` : '');

export function drawFindings(test) {
  const found = test.findings;
  if (!found) return [];
  const live = test.live === null ? null : `version ${test.live}`;
  return [
    figures(found, live),
    drawTimes(found, live),
    languages(found, live),
    verdicts(found.verdicts, live),
    live && examples('Gained', `The draft takes these, ${live} does not.`, found.gained, 'gained'),
    live && examples('Lost', `${live[0].toUpperCase()}${live.slice(1)} takes these, the draft does not.`, found.lost, 'lost'),
    !live && examples('Taken', 'The clearest of what the draft takes.', found.gained, 'gained'),
    found.bounded && el('p', { class: 'about' }, 'There are more stories than were looked at; the newest ones were.'),
  ].filter(Boolean);
}

function figures({ hits, stories }, live) {
  const facts = [
    ['Articles taken', count(hits.draft), live && `${count(hits.live)} by ${live}`],
    live && ['Gained', count(hits.draft - hits.same), 'articles'],
    live && ['Lost', count(hits.live - hits.same), 'articles'],
    ['Stories that there were', count(stories.kept), stories.gone ? `${count(stories.gone)} would not have been` : 'none is missed'],
    ['New stories', `≈ ${count(stories.estimated)}`, 'estimated by what articles share'],
  ].filter(Boolean);
  return el('dl', { class: 'found', id: 'found' }, facts.map(([name, value, more]) => el('div', {}, el('dt', {}, name), el('dd', {}, value), more && el('dd', { class: 'about' }, more))));
}

function languages({ languages: byLanguage }, live) {
  const rows = Object.entries(byLanguage).filter(([, c]) => c.draft + c.live > 0).sort(([, a], [, b]) => b.draft + b.live - a.draft - a.live);
  if (!rows.length) return null;
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
  const name = (tag) => { try { return names.of(tag); } catch { return tag; } };
  const head = ['Language', 'Read', 'Draft', ...(live ? ['In force', 'Gained', 'Lost'] : [])];
  return el('div', { class: 'scroll narrow' }, el('table', { id: 'by-language' }, el('caption', {}, 'In each language'),
    el('thead', {}, el('tr', {}, head.map((one, i) => el('th', { scope: 'col', class: i ? 'number' : null }, one)))),
    el('tbody', {}, rows.map(([tag, c]) => el('tr', {}, el('th', { scope: 'row' }, name(tag)),
      [c.articles, c.draft, ...(live ? [c.live, c.draft - c.same, c.live - c.same] : [])].map((value) => el('td', { class: 'number' }, count(value))))))));
}

function verdicts(all, live) {
  const { relevant, irrelevant } = all;
  if (relevant + irrelevant === 0) {
    return el('p', { class: 'about', id: 'against' }, 'No story of that time was judged, so nothing is known of precision and recall.');
  }
  const row = (name, key) => el('tr', {}, el('th', { scope: 'row' }, name), [all.draft, live && all.live].filter(Boolean).map((of) =>
    el('td', { class: 'number' }, el('b', {}, share(of[key])), ' ', el('span', { class: 'about' }, interval(of[key])))));
  return el('div', { id: 'against' },
    el('div', { class: 'scroll narrow' }, el('table', {}, el('caption', {}, `Against ${count(relevant)} stories judged relevant and ${count(irrelevant)} irrelevant`),
      el('thead', {}, el('tr', {}, ['', 'Draft', live && 'In force'].filter((one) => one !== null).map((one, i) => el('th', { scope: 'col', class: i ? 'number' : null }, one)))),
      el('tbody', {}, row('Precision', 'precision'), row('Recall, of what rang', 'recall')))),
    el('p', { class: 'about' }, all.few ? 'These are few: the range behind each figure says where it may really be (95 %). ' : 'Behind each figure the range in which it may really be (95 %). ', 'Nobody judges what never rang.'),
    stories('Relevant and missed', all.missed), stories('Irrelevant and taken', all.wrong));
}

function stories(name, list) {
  return list.length === 0 ? null : el('details', { open: list.length <= 5 }, el('summary', {}, `${name}: ${list.length}`),
    el('ul', { class: 'stories' }, list.map((one) => el('li', {}, el('a', { href: `/stories/${encodeURIComponent(one.story)}`, dir: 'auto' }, one.headline), one.live ? el('span', { class: 'about' }, ' taken by the version in force') : null))));
}

function examples(name, words, list, id) {
  return el('section', { class: 'examples', id, 'aria-label': name }, el('h3', {}, `${name}: ${plural(list.length, 'example')}`), el('p', { class: 'about' }, list.length ? words : 'None.'),
    el('ul', { class: 'tried' }, list.map((one) => el('li', {},
      el('p', { class: 'facts' }, el('span', { class: 'chip' }, one.language), el('b', {}, one.source), el('time', { datetime: one.at }),
        el('span', {}, `score ${one.score.toFixed(2)}${one.other === null ? '' : `, else ${one.other.toFixed(2)}`}`),
        one.relevant !== null && el('span', { class: 'badge' }, one.relevant ? 'judged relevant' : 'judged irrelevant')),
      el('p', { class: 'sample', dir: 'auto', lang: one.language },
        el('a', { href: `/articles/${encodeURIComponent(one.article)}` }, el('b', {}, one.title ? marked(one.title, inField(one.evidence, 'title')) : 'No title')), ' · ', marked(one.excerpt, inField(one.evidence, 'text')))))));
}
