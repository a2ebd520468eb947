// What is wrong with a draft, or how its examples fare; and a text of one's own, met with it.

import { el, plural } from './dom.js';
import { inField, marked } from './marked.js';

const figure = (value) => value.toFixed(2);

/** @param go shows a line of the draft */
export function drawTrial(trial, go) {
  if (trial.mistake) return drawMistake(trial.mistake, go);
  const failing = trial.examples.filter((one) => !one.holds);
  const all = trial.examples.length;
  const words = all === 0
    ? 'The pack can be read. It has no examples: write some, so that you see when a change breaks one.'
    : failing.length === 0
      ? `The pack is sound: ${all === 1 ? 'its example holds' : `all ${all} examples hold`}.`
      : `${plural(failing.length, 'example')} of ${all} ${failing.length === 1 ? 'does' : 'do'} not hold.`;
  return [
    el('p', { class: failing.length ? 'notice bad' : 'notice good', id: 'trial-words' }, words),
    failing.length > 0 && examples(failing, trial.pack.threshold, go),
    all > failing.length && el('details', {}, el('summary', {}, `${plural(all - failing.length, 'example')} that hold${all - failing.length === 1 ? 's' : ''}`),
      examples(trial.examples.filter((one) => one.holds), trial.pack.threshold, go)),
  ].filter(Boolean);
}

function drawMistake({ line, key, reason }, go) {
  return [el('div', { class: 'notice bad', id: 'mistake' },
    el('p', {}, line ? jump(line, go) : null, line ? ' ' : null, key ? el('code', {}, key) : null, key ? ' ' : null, reason))];
}

function jump(line, go) {
  const made = el('button', { type: 'button', class: 'plain jump', 'data-line': line }, `Line ${line}`);
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
  return el('span', {}, el('b', {}, score.belongs ? 'belongs' : 'does not belong'), `, score ${figure(score.value)} of ${figure(threshold)}`);
}

function text({ language, title, text: body }, evidence) {
  return el('p', { class: 'sample', dir: 'auto', lang: language },
    title && el('b', {}, marked(title, inField(evidence, 'title'))), title && body && ' · ', body && marked(body, inField(evidence, 'text')));
}

function why(score) {
  const said = [
    score.fired.length ? `fired: ${score.fired.map((id) => (score.behind.includes(id) ? `${id} (deep in the text)` : id)).join(', ')}` : 'nothing fired',
    score.missing.length ? `required and not fired: ${score.missing.map((group) => group.join(' or ')).join('; ')}` : null,
  ].filter(Boolean);
  return el('p', { class: 'about' }, said.join(' · '));
}

/** How a text of one's own meets the draft. */
export function drawTry(answer, own) {
  return el('div', { class: 'tried-one', 'data-belongs': answer.score.belongs },
    el('p', {}, verdict(answer.score, answer.threshold)),
    el('meter', { min: 0, max: 1, low: answer.threshold, value: answer.score.value, 'aria-label': 'Score' }),
    text(own, answer.score.evidence), why(answer.score));
}
