// The story page: times, verdicts, and word of a newer revision.

import { el } from './dom.js';
import { connect } from './live.js';
import { decide, name, remember } from './desk.js';
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

if (byId('decide')) {
  byId('by').value = name();
  byId('decide').addEventListener('click', async (event) => {
    const kind = event.target.dataset.verdict;
    if (!kind) return;
    const by = byId('by').value.trim();
    const note = byId('note').value.trim();
    const until = kind === 'muted' ? new Date(Date.now() + MUTE).toISOString() : undefined;
    if (!by) {
      byId('decided').textContent = 'Say who you are first.';
      byId('by').focus();
      return;
    }
    remember(by);
    byId('decided').textContent = '';
    try {
      show(await decide(story.story, { verdict: kind, by, note: note || undefined, until }));
      byId('note').value = '';
      byId('decided').textContent = 'Done.';
    } catch (error) {
      byId('decided').textContent = error.message;
    }
  });
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
