// What an analyst decides on a story, and how that is taken back.

import { el } from './dom.js';
import { api } from './api.js';
import { toast } from './toast.js';
import { decide, name } from './desk.js';
import { tell } from './time.js';

const HOUR = 3_600_000;
const SAID = { acknowledged: 'Acknowledged.', relevant: 'Marked relevant.', irrelevant: 'Marked irrelevant.', muted: 'Muted.' };
const JUDGES = ['relevant', 'irrelevant'];
const story = document.querySelector('.story').dataset.story;
const byId = (id) => document.getElementById(id);
const shown = new Set();

/** Puts a verdict on top of the list, once. */
export function show(verdict) {
  if (shown.has(verdict.id)) return;
  shown.add(verdict.id);
  byId('verdicts').prepend(el('li', {},
    el('b', {}, verdict.verdict), verdict.target ? el('span', { dir: 'auto' }, ` (${verdict.scope} ${verdict.target})`) : null,
    ` by ${verdict.by} `, el('time', { datetime: verdict.at }),
    verdict.until ? [' until ', el('time', { datetime: verdict.until, 'data-exact': true })] : null,
    verdict.note ? [el('br'), el('span', { dir: 'auto' }, verdict.note)] : null));
  tell(byId('verdicts'));
}

/** Decides; a mute asks first for what and how long. */
export async function take(kind) {
  byId('decided').textContent = '';
  const mute = kind === 'muted' ? await askMute() : {};
  if (!mute) return;
  try {
    const before = JUDGES.includes(kind) ? await latestOf(name()) : null;
    const note = byId('note').value.trim();
    const verdict = await decide(story, { verdict: kind, note: note || undefined, ...mute });
    show(verdict);
    byId('note').value = '';
    toast(SAID[kind], JUDGES.includes(kind) ? () => takeBack(before) : kind === 'muted' ? () => lift(verdict) : null);
  } catch (error) {
    byId('decided').textContent = error.message;
  }
}

/** Resolves to scope, target and end of a mute; to null where the reader would rather not. */
function askMute() {
  const dialog = byId('mute');
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const scope = byId('mute-scope').value;
      const hours = Number(byId('mute-hours').value);
      resolve(dialog.returnValue !== 'ok' ? null : {
        until: hours ? new Date(Date.now() + hours * HOUR).toISOString() : undefined,
        scope: scope === 'story' ? undefined : scope,
        target: scope === 'story' ? undefined : byId(`mute-${scope}`).value,
      });
    }, { once: true });
  });
}

/** What this analyst thought of the story before; acknowledged says neither of both. */
async function latestOf(by) {
  const { verdicts = [] } = await api('GET', `/alerts/${encodeURIComponent(story)}`).catch(() => ({}));
  return verdicts.filter((v) => v.by === by && v.verdict !== 'muted').at(-1)?.verdict ?? 'acknowledged';
}

/** There is no verdict that takes one back, so the one before is given again. */
async function takeBack(before) {
  show(await decide(story, { verdict: before, note: 'taken back' }));
  toast(before === 'acknowledged' ? 'Taken back.' : `Taken back: it is ${before} again.`);
}

/** A mute that ends at once lifts the one before; its end is counted on the server's clock, which wrote the first. */
async function lift(mute) {
  const ahead = Date.parse(mute.at) - asked;
  const until = new Date(Date.now() + ahead + 3_000).toISOString();
  show(await decide(story, { verdict: 'muted', note: 'taken back', until, scope: mute.scope ?? undefined, target: mute.target ?? undefined }));
  toast('No longer muted.');
}

let asked = Date.now();

if (byId('decide')) {
  byId('decide').addEventListener('click', (event) => {
    const kind = event.target.closest('[data-verdict]')?.dataset.verdict;
    if (kind) take(kind);
  });
  byId('mute').addEventListener('close', () => { asked = Date.now(); });
  byId('mute-scope').addEventListener('change', () => {
    for (const scope of ['source', 'actor']) byId(`mute-${scope}-row`).hidden = byId('mute-scope').value !== scope;
  });
}
