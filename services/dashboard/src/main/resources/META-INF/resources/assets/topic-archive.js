// The archive met with a topic's pack: asked for a span of days, watched while it runs, and what came of it.

import { el } from './dom.js';
import { api } from './api.js';
import { tell } from './time.js';
import { number, t } from './words.js';

const DAY = 86_400_000;
const DEFAULT_SPAN = 30 * DAY;
const LOOK = 1_000;
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
      byId('span-problem').textContent = t('topics.firstAfterLast');
      byId('from').focus();
      return;
    }
    const exercise = byId('exercise').checked;
    const sure = await confirm(t('topics.archiveAsk', String(topic.version)), [t('topics.archiveText', byId('from').value, byId('to').value, topic.name),
      t(exercise ? 'topics.archiveRings' : 'topics.archiveSilent'), t('topics.archiveBack')].join(' '), t('topics.apply'));
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
  const facts = [
    [t('topics.read'), t('topics.readOf', job.read, job.articles)],
    [t('topics.changed'), number(job.changed)],
    [t('topics.entered'), number(job.entered)],
    [t('topics.left'), number(job.left)],
    job.unanswered && [t('topics.unanswered'), number(job.unanswered)],
  ].filter(Boolean);
  return el('div', { class: 'job', 'data-state': job.state },
    el('p', {}, el('b', {}, t(`topics.job.${job.state}`)), `, ${t('topics.jobOf', String(job.version))}`, job.exercise && `, ${t('topics.jobExercises')}`,
      ' · ', el('time', { datetime: job.endedAt ?? job.startedAt })),
    runs && el('progress', { max: Math.max(1, job.articles), value: job.read, 'aria-label': t('topics.articlesRead') }),
    job.reason && el('p', { class: 'problem', lang: 'en' }, job.reason),
    el('dl', {}, facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    !runs && job.unanswered ? el('p', { class: 'about' }, t('topics.notBack', job.unanswered)) : null,
    runs && cancelButton(cancel));
}

function cancelButton(cancel) {
  const made = el('button', { type: 'button', id: 'cancel-archive', 'data-for': 'admin' }, t('common.cancel'));
  made.addEventListener('click', () => { made.disabled = true; cancel(); });
  return made;
}
