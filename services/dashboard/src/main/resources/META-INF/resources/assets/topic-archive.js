// The archive met with a topic's pack: asked for a span of days, watched while it runs, and what came of it.

import { el, plural } from './dom.js';
import { api } from './api.js';
import { tell } from './time.js';

const DAY = 86_400_000;
const DEFAULT_SPAN = 30 * DAY;
const LOOK = 1_000;
const WORDS = { running: 'Running', done: 'Done', cancelled: 'Cancelled', failed: 'Failed' };
const byId = (id) => document.getElementById(id);

/** @param confirm asks the reader, and resolves to whether they want it */
export function watchArchive(path, topic, confirm) {
  const day = (time) => new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  byId('from').value = day(Date.now() - DEFAULT_SPAN);
  byId('to').value = day(Date.now());
  byId('span').addEventListener('submit', async (event) => {
    event.preventDefault();
    const from = new Date(`${byId('from').value}T00:00`);
    const to = new Date(`${byId('to').value}T00:00`);
    to.setDate(to.getDate() + 1);
    byId('span-problem').textContent = '';
    if (!(from < to)) {
      byId('span-problem').textContent = 'The first day is after the last.';
      byId('from').focus();
      return;
    }
    const exercise = byId('exercise').checked;
    const sure = await confirm(`Apply version ${topic.version} to the archive?`,
      `Articles from ${byId('from').value} to ${byId('to').value} get, or lose, the topic “${topic.name}” by that version. ${exercise ? 'What would have rung appears on the board, marked Exercise.' : 'Nothing rings.'} To take it back, put the former weights into force and apply those.`, 'Apply');
    if (sure) ask({ from: from.toISOString(), to: to.toISOString(), exercise });
  });

  async function ask(span) {
    try {
      watch(await api('POST', `${path}/reclassify`, span));
    } catch (error) {
      byId('span-problem').textContent = error.message;
    }
  }

  async function look() {
    try {
      watch(await api('GET', `${path}/reclassify`));
    } catch {
      setTimeout(look, 5 * LOOK);
    }
  }

  /** @param job null where the last one was of another topic */
  function watch(job) {
    if (!job) {
      byId('job').replaceChildren();
      byId('apply-archive').disabled = false;
      return;
    }
    byId('apply-archive').disabled = job.state === 'running';
    byId('job').replaceChildren(drawJob(job, cancel));
    tell(byId('job'));
    if (job.state === 'running') setTimeout(look, LOOK);
  }

  async function cancel() {
    try {
      watch(await api('DELETE', `${path}/reclassify`));
    } catch (error) {
      byId('span-problem').textContent = error.message;
    }
  }

  look();
}

function drawJob(job, cancel) {
  const runs = job.state === 'running';
  const count = (number) => number.toLocaleString();
  const facts = [
    ['Read', `${count(job.read)} of ${count(job.articles)}`],
    ['Changed', count(job.changed)],
    ['Newly in', count(job.entered)],
    ['No longer in', count(job.left)],
    job.unanswered && ['Without answer', count(job.unanswered)],
  ].filter(Boolean);
  return el('div', { class: 'job', 'data-state': job.state },
    el('p', {}, el('b', {}, WORDS[job.state] ?? job.state), `, version ${job.version}`, job.exercise && ', with exercises',
      ' · ', el('time', { datetime: job.endedAt ?? job.startedAt })),
    runs && el('progress', { max: Math.max(1, job.articles), value: job.read, 'aria-label': 'Articles read' }),
    job.reason && el('p', { class: 'problem' }, job.reason),
    el('dl', {}, facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    !runs && job.unanswered ? el('p', { class: 'about' }, `${plural(job.unanswered, 'article')} did not come back in time. Ask again for the same span; what is done is passed over.`) : null,
    runs && cancelButton(cancel));
}

function cancelButton(cancel) {
  const made = el('button', { type: 'button', id: 'cancel-archive' }, 'Cancel');
  made.addEventListener('click', () => { made.disabled = true; cancel(); });
  return made;
}
