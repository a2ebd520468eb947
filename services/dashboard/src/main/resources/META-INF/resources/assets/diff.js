// What differs between two texts, line by line (longest common subsequence).

import { el } from './dom.js';
import { t } from './words.js';

/** Beyond this many pairs of lines what differs is shown as one block. */
const MOST = 6_000_000;
const AROUND = 3;

/** Steps {kind: 'same'|'out'|'in', text}. */
export function diff(before, after) {
  const a = lines(before);
  const b = lines(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const same = (text) => ({ kind: 'same', text });
  return [...a.slice(0, head).map(same),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(same)];
}

function lines(text) {
  return text.replace(/\n$/, '').split('\n');
}

function middle(a, b) {
  const out = (text) => ({ kind: 'out', text });
  const into = (text) => ({ kind: 'in', text });
  if (a.length * b.length > MOST) return [...a.map(out), ...b.map(into)];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = a[i] === b[j]
        ? common[(i + 1) * width + j + 1] + 1
        : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const steps = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      steps.push({ kind: 'same', text: a[i] });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      steps.push(out(a[i]));
      i += 1;
    } else {
      steps.push(into(b[j]));
      j += 1;
    }
  }
  return steps;
}

/** The steps as they are read: what is the same far from any change is left out. */
export function drawDiff(steps) {
  const near = new Set();
  steps.forEach((step, i) => {
    if (step.kind !== 'same') for (let k = i - AROUND; k <= i + AROUND; k += 1) near.add(k);
  });
  if (near.size === 0) return el('p', { class: 'about' }, t('lab.nothingDiffers'));
  const count = (kind) => steps.filter((step) => step.kind === kind).length;
  const rows = [];
  let hidden = 0;
  const rest = () => {
    if (hidden) rows.push(el('span', { class: 'skipped' }, t('lab.same', hidden)));
    hidden = 0;
  };
  steps.forEach((step, i) => {
    if (!near.has(i)) {
      hidden += 1;
      return;
    }
    rest();
    const sign = { same: ' ', out: '−', in: '+' }[step.kind];
    rows.push(el(step.kind === 'same' ? 'span' : step.kind === 'in' ? 'ins' : 'del', {}, `${sign} ${step.text}`));
  });
  rest();
  return el('div', {},
    el('p', { class: 'about' }, `${t('lab.more', count('in'))}, ${t('lab.less', count('out'))}`),
    el('pre', { class: 'diff', tabindex: '0', 'aria-label': t('lab.diffLabel') }, rows));
}
