// A proposal as a table: each weight before and after, how well both agree with the verdicts, and what can be done with it.

import { el, plural } from './dom.js';

/** @param act {apply(), discard()} */
export function drawProposal(proposal, act) {
  const { relevant, irrelevant, texts } = proposal.verdicts;
  const of = `${plural(relevant + irrelevant, 'judged story').replace('storys', 'stories')} with ${plural(texts, 'text')}`;
  if (!proposal.changed) {
    return el('div', { class: 'empty boxed' }, el('p', {}, el('b', {}, proposal.words)), el('p', {}, `Learned from ${of}.`));
  }
  const broken = proposal.broken.length > 0;
  return el('div', { class: 'proposal' },
    el('p', { class: 'verdict' }, el('b', {}, proposal.words)),
    el('p', { class: 'about' }, `Learned from ${of}${proposal.bounded ? ', the newest ones' : ''}. Nobody judges what never rang, so recall is of what rang.`),
    figures(proposal),
    broken && brokenExamples(proposal.broken),
    signals(proposal),
    el('p', { class: 'buttons' },
      button('Apply…', { class: 'primary', id: 'apply', disabled: broken }, act.apply),
      button('Download YAML', { id: 'download' }, () => download(proposal)),
      button('Discard', { id: 'discard' }, act.discard)));
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
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, ''), el('th', { scope: 'col', class: 'number' }, 'Now'),
      el('th', { scope: 'col', class: 'number', title: `Cross-validated: ${folds} times learned without a part of the stories, and tried on that part` }, 'Proposed, on stories not seen'),
      el('th', { scope: 'col', class: 'number', title: 'On the stories it was learned from: better than it will be' }, 'Proposed, on these stories'))),
    el('tbody', {}, row('Precision', 'precision'), row('Recall', 'recall'), row('F1', 'f1'))));
}

const share = (value) => (value === null ? '–' : `${(100 * value).toFixed(1)} %`);

function signals({ threshold, signals: all }) {
  return el('div', { class: 'scroll narrow' }, el('table', { class: 'changes-table', id: 'changes' },
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Signal'), el('th', { scope: 'col', class: 'number' }, 'Weight'), el('th', { scope: 'col', class: 'number' }, 'Proposed'),
      el('th', { scope: 'col', class: 'number' }, 'Fired in relevant texts'), el('th', { scope: 'col', class: 'number' }, 'In irrelevant ones'))),
    el('tbody', {}, numbers({ ...threshold, id: 'Threshold' }, 'threshold'), all.map((one) => numbers(one)))));
}

function numbers(one, kind) {
  const moved = one.before !== one.after;
  const stronger = Math.abs(one.after) > Math.abs(one.before);
  const fired = (count) => el('td', { class: 'number' }, kind ? '' : String(count));
  return el('tr', { class: [moved ? 'moved' : 'same', kind].filter(Boolean).join(' ') },
    el('th', { scope: 'row' }, one.id), el('td', { class: 'number' }, number(one.before)),
    el('td', { class: 'number' }, moved ? [el('span', { class: 'way', 'aria-label': stronger ? 'up' : 'down' }, stronger ? '↑' : '↓'), ' ', el('b', {}, number(one.after))] : el('span', { class: 'none' }, 'as it is')),
    fired(one.relevant), fired(one.irrelevant));
}

const number = (value) => value.toFixed(2).replace('-', '−');

function brokenExamples(broken) {
  return el('div', { class: 'notice bad', role: 'alert' },
    el('p', {}, `${plural(broken.length, 'example')} of the pack would not hold, so it would be refused. Download it, and mend terms or examples by hand:`),
    el('ul', {}, broken.map((one) => el('li', {}, el('code', {}, one.key), ` ${number(one.score)} `, el('q', { dir: 'auto' }, one.text ?? '')))));
}

function download({ topic, yaml }) {
  const url = URL.createObjectURL(new Blob([yaml], { type: 'application/yaml' }));
  el('a', { href: url, download: `${topic}.yaml` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
