// The story page: times, verdicts, and word of a newer revision.

import { el } from './dom.js';
import { api } from './api.js';
import { listen } from './keys.js';
import { toast, undo } from './toast.js';
import { connect } from './live.js';
import { decide, name } from './desk.js';
import { keepTelling, tell } from './time.js';

const MUTE = 24 * 3_600_000;
const story = document.querySelector('.story').dataset;
const byId = (id) => document.getElementById(id);
const shown = new Set();

function show(verdict) {
  if (shown.has(verdict.id)) return;
  shown.add(verdict.id);
  byId('verdicts').prepend(el('li', {},
    el('b', {}, verdict.verdict), ` by ${verdict.by} `, el('time', { datetime: verdict.at }),
    verdict.until ? [' until ', el('time', { datetime: verdict.until, 'data-exact': true })] : null,
    verdict.note ? [el('br'), el('span', { dir: 'auto' }, verdict.note)] : null));
  tell(byId('verdicts'));
}

const SAID = { acknowledged: 'Acknowledged.', relevant: 'Marked relevant.', irrelevant: 'Marked irrelevant.', muted: 'Muted for 24 h.' };
const JUDGES = ['relevant', 'irrelevant'];

async function take(kind) {
  const note = byId('note').value.trim();
  const until = kind === 'muted' ? new Date(Date.now() + MUTE).toISOString() : undefined;
  byId('decided').textContent = '';
  try {
    const before = JUDGES.includes(kind) ? await latestOf(name()) : null;
    show(await decide(story.story, { verdict: kind, note: note || undefined, until }));
    byId('note').value = '';
    toast(SAID[kind], JUDGES.includes(kind) ? () => takeBack(before) : null);
  } catch (error) {
    byId('decided').textContent = error.message;
  }
}

/** What this analyst thought of the story before; acknowledged says neither of both. */
async function latestOf(by) {
  const { verdicts = [] } = await api('GET', `/alerts/${encodeURIComponent(story.story)}`).catch(() => ({}));
  return verdicts.filter((v) => v.by === by && v.verdict !== 'muted').at(-1)?.verdict ?? 'acknowledged';
}

/** There is no verdict that takes one back, so the one before is given again. */
async function takeBack(before) {
  show(await decide(story.story, { verdict: before, note: 'taken back' }));
  toast(before === 'acknowledged' ? 'Taken back.' : `Taken back: it is ${before} again.`);
}

if (byId('decide')) {
  byId('decide').addEventListener('click', (event) => {
    const kind = event.target.closest('[data-verdict]')?.dataset.verdict;
    if (kind) take(kind);
  });
  listen({ a: () => take('acknowledged'), r: () => take('relevant'), i: () => take('irrelevant'), u: undo });
}

function renew() {
  byId('newer').replaceChildren('This story has changed. ', el('a', { href: '' }, 'Show the latest'));
  byId('newer').hidden = false;
}

connect(['alert', 'verdict'], {
  event: (type, data) => {
    if (data.story !== story.story) return;
    if (type === 'alert' && data.revision > Number(story.revision ?? 0)) renew();
    if (type === 'verdict' && byId('verdicts') && Date.parse(data.at) > Number(opened)) show(data);
  },
  reset: renew,
  state: () => {},
});

const opened = new Date();
keepTelling();
