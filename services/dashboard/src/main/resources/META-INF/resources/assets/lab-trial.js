// What is wrong with a draft, or how its examples fare; and a text of one's own, met with it.

import { el } from './dom.js';
import { inField, marked } from './marked.js';
import { decimal, t } from './words.js';

const figure = (value) => decimal(value, 2);

/** @param go shows a line of the draft */
export function drawTrial(trial, go) {
  if (trial.mistake) return drawMistake(trial.mistake, go);
  const failing = trial.examples.filter((one) => !one.holds);
  const all = trial.examples.length;
  const words = all === 0
    ? t('lab.noExamples')
    : failing.length === 0
      ? t('lab.sound', all)
      : t('lab.failing', failing.length, all);
  return [
    el('p', { class: failing.length ? 'notice bad' : 'notice good', id: 'trial-words' }, words),
    failing.length > 0 && examples(failing, trial.pack.threshold, go),
    all > failing.length && el('details', {}, el('summary', {}, t('lab.holding', all - failing.length)),
      examples(trial.examples.filter((one) => one.holds), trial.pack.threshold, go)),
  ].filter(Boolean);
}

function drawMistake({ line, key, reason }, go) {
  return [el('div', { class: 'notice bad', id: 'mistake' },
    el('p', {}, el('b', {}, t('lab.wrong')), ' ', line ? jump(line, go) : null, line ? ' ' : null, key ? el('code', {}, key) : null, key ? ' ' : null, el('span', { lang: 'en' }, reason)))];
}

function jump(line, go) {
  const made = el('button', { type: 'button', class: 'plain jump', 'data-line': line }, t('lab.line', String(line)));
  made.addEventListener('click', () => go(line));
  return made;
}

function examples(list, threshold, go) {
  return el('ul', { class: 'tried' }, list.map((one) => el('li', { 'data-holds': one.holds },
    el('p', { class: 'facts' }, jump(one.line, go), el('code', {}, one.key), el('span', { class: 'chip' }, one.example.language), verdict(one.score, threshold)),
    text(one.example, one.score.evidence),
    why(one.score))));
}

function verdict(score, threshold) {
  return el('span', {}, el('b', {}, t(score.belongs ? 'lab.belongs' : 'lab.belongsNot')), ', ', t('lab.score', figure(score.value), figure(threshold)));
}

function text({ language, title, text: body }, evidence) {
  return el('p', { class: 'sample', dir: 'auto', lang: language },
    title && el('b', {}, marked(title, inField(evidence, 'title'))), title && body && ' · ', body && marked(body, inField(evidence, 'text')));
}

function why(score) {
  const said = [
    score.fired.length ? t('lab.fired', score.fired.map((id) => (score.behind.includes(id) ? t('lab.deep', id) : id)).join(', ')) : t('lab.nothingFired'),
    score.missing.length ? t('lab.missing', score.missing.map((group) => group.reduce((some, one) => t('lab.or', some, one))).join('; ')) : null,
  ].filter(Boolean);
  return el('p', { class: 'about' }, said.join(' · '));
}

/** How a text of one's own meets the draft. */
export function drawTry(answer, own) {
  return el('div', { class: 'tried-one', 'data-belongs': answer.score.belongs },
    el('p', {}, verdict(answer.score, answer.threshold)),
    el('meter', { min: 0, max: 1, low: answer.threshold, value: answer.score.value, 'aria-label': t('lab.scoreLabel') }),
    text(own, answer.score.evidence), why(answer.score));
}
