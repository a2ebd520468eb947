// A proposal as a table: each weight before and after, how well both agree with the verdicts, and what can be done with it.

import { el } from './dom.js';
import { decimal, t } from './words.js';

/** F1 that is less than this apart is alike. */
const NOTICEABLE = 0.005;

/** @param act {apply(), discard()} */
export function drawProposal(proposal, act) {
  const { relevant, irrelevant, texts } = proposal.verdicts;
  const learned = t(proposal.bounded ? 'topics.learnedNewest' : 'topics.learned', t('topics.learnedStories', relevant + irrelevant), t('topics.learnedTexts', texts));
  if (!proposal.changed) {
    return el('div', { class: 'empty boxed' }, el('p', {}, el('b', {}, words(proposal))), el('p', {}, learned));
  }
  const broken = proposal.broken.length > 0;
  return el('div', { class: 'proposal' },
    el('p', { class: 'verdict' }, el('b', {}, words(proposal))),
    el('p', { class: 'about' }, `${learned} ${t('topics.recallOf')}`),
    figures(proposal),
    broken && brokenExamples(proposal.broken),
    signals(proposal),
    el('p', { class: 'buttons' },
      button(t('topics.applyMore'), { class: 'primary', id: 'apply', disabled: broken, 'data-for': 'admin' }, act.apply),
      button(t('topics.download'), { id: 'download' }, () => download(proposal)),
      button(t('topics.discard'), { id: 'discard' }, act.discard)));
}

/** What to make of it, as its English words do. */
function words({ changed, before, unseen }) {
  if (!changed) return t('topics.words.unchanged');
  const gain = unseen.f1 - before.f1;
  const how = gain > NOTICEABLE ? 'better' : gain < -NOTICEABLE ? 'worse' : 'same';
  return t(`topics.words.${how}`, number(unseen.f1), number(before.f1));
}

function button(text, attributes, act) {
  const made = el('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', act);
  return made;
}

function figures({ before, after, unseen, folds }) {
  const row = (name, key) => el('tr', {}, el('th', { scope: 'row' }, name),
    [before, unseen, after].map((of) => el('td', { class: 'number' }, share(of[key]))));
  return el('div', { class: 'scroll narrow' }, el('table', { class: 'figures-table', id: 'figures' },
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, ''), el('th', { scope: 'col', class: 'number' }, t('topics.now')),
      el('th', { scope: 'col', class: 'number', title: t('topics.unseenWhy', folds) }, t('topics.unseen')),
      el('th', { scope: 'col', class: 'number', title: t('topics.seenWhy') }, t('topics.seen')))),
    el('tbody', {}, row(t('topics.precision'), 'precision'), row(t('topics.recall'), 'recall'), row('F1', 'f1'))));
}

const share = (value) => (value === null ? '–' : `${decimal(100 * value, 1)} %`);

function signals({ threshold, signals: all }) {
  return el('div', { class: 'scroll narrow' }, el('table', { class: 'changes-table', id: 'changes' },
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('topics.signal')), el('th', { scope: 'col', class: 'number' }, t('topics.weight')), el('th', { scope: 'col', class: 'number' }, t('topics.proposed')),
      el('th', { scope: 'col', class: 'number' }, t('topics.firedRelevant')), el('th', { scope: 'col', class: 'number' }, t('topics.firedIrrelevant')))),
    el('tbody', {}, numbers({ ...threshold, id: t('topics.threshold') }, 'threshold'), all.map((one) => numbers(one)))));
}

function numbers(one, kind) {
  const moved = one.before !== one.after;
  const stronger = Math.abs(one.after) > Math.abs(one.before);
  const fired = (count) => el('td', { class: 'number' }, kind ? '' : String(count));
  return el('tr', { class: [moved ? 'moved' : 'same', kind].filter(Boolean).join(' ') },
    el('th', { scope: 'row' }, one.id), el('td', { class: 'number' }, number(one.before)),
    el('td', { class: 'number' }, moved ? [el('span', { class: 'way', 'aria-label': t(stronger ? 'topics.up' : 'topics.down') }, stronger ? '↑' : '↓'), ' ', el('b', {}, number(one.after))] : el('span', { class: 'none' }, t('topics.asItIs'))),
    fired(one.relevant), fired(one.irrelevant));
}

const number = (value) => decimal(value, 2);

function brokenExamples(broken) {
  return el('div', { class: 'notice bad', role: 'alert' },
    el('p', {}, t('topics.broken', broken.length)),
    el('ul', {}, broken.map((one) => el('li', {}, el('code', {}, one.key), ` ${number(one.score)} `, el('q', { dir: 'auto' }, one.text ?? '')))));
}

function download({ topic, yaml }) {
  const url = URL.createObjectURL(new Blob([yaml], { type: 'application/yaml' }));
  el('a', { href: url, download: `${topic}.yaml` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
