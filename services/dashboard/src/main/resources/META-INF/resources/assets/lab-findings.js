// What a draft found in the archive: figures, languages, time, against verdicts, and what differs from the version in force.

import { el } from './dom.js';
import { inField, marked } from './marked.js';
import { drawTimes } from './lab-chart.js';
import { decimal, nameOf, number as count, t } from './words.js';

/** So many examples are shown at once; of more, each language is opened when it is wanted. */
const FEW = 12;
const share = (value) => (value ? `${(100 * value.value).toFixed(0)} %` : '–');
const name = (tag) => (tag === 'und' ? t('lab.otherLanguage') : nameOf('language', tag));
const interval = (value) => (value ? `${(100 * value.low).toFixed(0)}–${(100 * value.high).toFixed(0)} %` : '');

export function drawFindings(test) {
  const found = test.findings;
  if (!found) return [];
  const live = test.live === null ? null : String(test.live);
  return [
    figures(found, live),
    drawTimes(found, live),
    languages(found, live),
    verdicts(found.verdicts, live),
    live && examples('gained', t('lab.gainedAbout', live), found.gained),
    live && examples('lost', t('lab.lostAbout', live), found.lost),
    live && examples('shared', t('lab.sharedAbout', live), found.shared),
    !live && examples('taken', t('lab.takenAbout'), found.gained),
    found.bounded && el('p', { class: 'about' }, t('lab.bounded')),
  ].filter(Boolean);
}

function figures({ hits, stories }, live) {
  const facts = [
    [t('lab.taken'), count(hits.draft), live && t('lab.byVersion', hits.live, live)],
    live && [t('lab.gained'), count(hits.draft - hits.same), t('lab.articles')],
    live && [t('lab.lost'), count(hits.live - hits.same), t('lab.articles')],
    [t('lab.storiesKept'), count(stories.kept), stories.gone ? t('lab.storiesGone', stories.gone) : t('lab.noneMissed')],
    [t('lab.newStories'), `≈ ${count(stories.estimated)}`, t('lab.estimated')],
  ].filter(Boolean);
  return el('dl', { class: 'found', id: 'found' }, facts.map(([name, value, more]) => el('div', {}, el('dt', {}, name), el('dd', {}, value), more && el('dd', { class: 'about' }, more))));
}

function languages({ languages: byLanguage }, live) {
  const rows = Object.entries(byLanguage).filter(([, c]) => c.draft + c.live > 0).sort(([, a], [, b]) => b.draft + b.live - a.draft - a.live);
  if (!rows.length) return null;
  const head = ['language', 'read', 'draftColumn', ...(live ? ['liveColumn', 'gained', 'lost'] : [])].map((key) => t(`lab.${key}`));
  return el('div', { class: 'scroll narrow', tabindex: '0', role: 'region', 'aria-label': t('lab.byLanguage') }, el('table', { id: 'by-language' }, el('caption', {}, t('lab.byLanguage')),
    el('thead', {}, el('tr', {}, head.map((one, i) => el('th', { scope: 'col', class: i ? 'number' : null }, one)))),
    el('tbody', {}, rows.map(([tag, c]) => el('tr', {}, el('th', { scope: 'row' }, name(tag)),
      [c.articles, c.draft, ...(live ? [c.live, c.draft - c.same, c.live - c.same] : [])].map((value) => el('td', { class: 'number' }, count(value))))))));
}

function verdicts(all, live) {
  const { relevant, irrelevant } = all;
  if (relevant + irrelevant === 0) {
    return el('p', { class: 'about', id: 'against' }, t('lab.notJudged'));
  }
  const row = (name, key) => el('tr', {}, el('th', { scope: 'row' }, name), [all.draft, live && all.live].filter(Boolean).map((of) =>
    el('td', { class: 'number' }, el('b', {}, share(of[key])), ' ', el('span', { class: 'about' }, interval(of[key])))));
  return el('div', { id: 'against' },
    el('div', { class: 'scroll narrow', tabindex: '0', role: 'region', 'aria-label': t('lab.precision') }, el('table', {}, el('caption', {}, t('lab.against', relevant, irrelevant)),
      el('thead', {}, el('tr', {}, el('td'), [t('lab.draftColumn'), live && t('lab.liveColumn')].filter(Boolean).map((one) => el('th', { scope: 'col', class: 'number' }, one)))),
      el('tbody', {}, row(t('lab.precision'), 'precision'), row(t('lab.recall'), 'recall')))),
    el('p', { class: 'about' }, t(all.few ? 'lab.few' : 'lab.ranges'), ' ', t('lab.neverRang')),
    stories('missed', all.missed), stories('wrongly', all.wrong));
}

function stories(name, list) {
  return list.length === 0 ? null : el('details', { open: list.length <= 5 }, el('summary', {}, t(`lab.${name}`, list.length)),
    el('ul', { class: 'stories' }, list.map((one) => el('li', {}, el('a', { href: `/stories/${encodeURIComponent(one.story)}`, dir: 'auto' }, one.headline), one.live ? el('span', { class: 'about' }, ' ', t('lab.takenLive')) : null))));
}

function examples(id, words, list) {
  return el('section', { class: 'examples', id, 'aria-label': t(`lab.${id}`) }, el('h3', {}, t(`lab.${id}Examples`, list.length)), el('p', { class: 'about' }, list.length ? words : t('lab.noExample')),
    [...new Set(list.map((one) => one.language))].map((tag) => el('details', { open: list.length <= FEW },
      el('summary', {}, `${name(tag)}: ${count(list.filter((one) => one.language === tag).length)}`),
      el('ul', { class: 'tried' }, list.filter((one) => one.language === tag).map(example)))));
}

function example(one) {
  return el('li', {},
    el('p', { class: 'facts' }, el('b', {}, one.source), el('time', { datetime: one.at }),
      el('span', {}, one.other === null ? t('lab.exampleScore', decimal(one.score, 2)) : t('lab.exampleScores', decimal(one.score, 2), decimal(one.other, 2))),
      one.relevant !== null && el('span', { class: 'badge' }, t(one.relevant ? 'lab.judgedRelevant' : 'lab.judgedIrrelevant'))),
    el('p', { class: 'sample', dir: 'auto', lang: one.language },
      el('a', { href: `/articles/${encodeURIComponent(one.article)}` }, el('b', {}, one.title ? marked(one.title, inField(one.evidence, 'title')) : t('lab.noTitle'))), ' · ', marked(one.excerpt, inField(one.evidence, 'text'))));
}
