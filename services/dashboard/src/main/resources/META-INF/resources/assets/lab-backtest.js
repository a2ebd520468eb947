// A draft taken through the archive: asked for, watched, ended, and what it found.

import { el } from './dom.js';
import { ask, sound, YAML } from './lab-api.js';
import { drawFindings } from './lab-findings.js';
import { tell } from './time.js';
import { number, t } from './words.js';

const DAY = 86_400_000;
const DEFAULT_SPAN = 30 * DAY;
const LOOK = 1_000;
const byId = (id) => document.getElementById(id);

/** @param text the draft as it is now */
export function watchBacktest(path, topic, text) {
  const day = (time) => new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  byId('from').value = day(Date.now() - DEFAULT_SPAN);
  byId('to').value = day(Date.now());
  let tested = null;
  let drawn = null;

  byId('span').addEventListener('submit', async (event) => {
    event.preventDefault();
    const parameters = new URLSearchParams();
    const from = byId('from').value && new Date(`${byId('from').value}T00:00`);
    const to = byId('to').value && new Date(`${byId('to').value}T00:00`);
    if (to) to.setDate(to.getDate() + 1);
    if (from && to && !(from < to)) {
      byId('span-problem').textContent = t('lab.dayOrder');
      byId('from').focus();
      return;
    }
    if (from) parameters.set('from', from.toISOString());
    if (to) parameters.set('to', to.toISOString());
    byId('span-problem').textContent = '';
    byId('begin').disabled = true;
    try {
      tested = text();
      watch(sound(await ask('POST', `${path}/backtest?${parameters}`, { body: tested, type: YAML })).body);
    } catch (error) {
      byId('span-problem').textContent = error.message;
      byId('begin').disabled = false;
    }
  });

  async function look() {
    try {
      const answer = await ask('GET', `${path}/backtest`);
      if (answer.status !== 204) watch(sound(answer).body);
    } catch {
      setTimeout(look, 5 * LOOK);
    }
  }

  function watch(test) {
    byId('begin').disabled = test.state === 'running';
    byId('test').replaceChildren(drawTest(test, cancel, tested !== null && tested !== text()));
    tell(byId('test'));
    const shown = `${test.id} ${test.read} ${test.state}`;
    if (shown !== drawn) {
      drawn = shown;
      byId('findings').replaceChildren(...drawFindings(test));
      tell(byId('findings'));
    }
    if (test.state === 'running') setTimeout(look, LOOK);
  }

  async function cancel() {
    try {
      watch(sound(await ask('DELETE', `${path}/backtest`)).body);
    } catch (error) {
      byId('span-problem').textContent = error.message;
    }
  }

  look();
}

function drawTest(test, cancel, edited) {
  const runs = test.state === 'running';
  const facts = [
    [t('lab.read'), t('lab.of', test.read, test.articles)],
    test.rate && [t('lab.perSecond'), number(Math.round(test.rate * 10) / 10)],
    runs && test.eta && [t('lab.ready'), el('time', { datetime: test.eta })],
  ].filter(Boolean);
  return el('div', { class: 'job', 'data-state': test.state },
    el('p', {}, el('b', {}, t(`lab.${test.state}`)), ', ', test.live === null ? t('lab.againstNew') : t('lab.againstVersion', String(test.live)), ' · ', el('time', { datetime: test.endedAt ?? test.startedAt })),
    runs && el('progress', { max: Math.max(1, test.articles), value: test.read, 'aria-label': t('lab.articlesRead') }),
    test.reason && el('p', { class: 'problem' }, test.reason),
    edited && el('p', { class: 'about' }, t('lab.editedSince')),
    el('dl', {}, facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    runs && cancelButton(cancel));
}

function cancelButton(cancel) {
  const made = el('button', { type: 'button', id: 'cancel-test' }, t('common.cancel'));
  made.addEventListener('click', () => { made.disabled = true; cancel(); });
  return made;
}
