// What the pack was before: looked at, compared, and put into force again.

import { el } from './dom.js';
import { ask, sound } from './lab-api.js';
import { confirm } from './lab-confirm.js';
import { diff, drawDiff } from './diff.js';
import { tell } from './time.js';
import { wrong } from './toast.js';

const byId = (id) => document.getElementById(id);

/** @param page {inForce(version), text(), force(pack, words), check()} */
export function watchVersions(path, topic, page) {
  async function load() {
    const list = sound(await ask('GET', `${path}/versions`)).body.items;
    byId('versions').replaceChildren(list.length === 0 ? el('p', { class: 'about' }, 'None yet.') : table(list));
    tell(byId('versions'));
  }

  function table(list) {
    return el('div', { class: 'scroll' }, el('table', { class: 'stack' },
      el('thead', {}, el('tr', {}, ['Version', 'Since', 'What was new', 'Signals', ''].map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, list.map((one) => el('tr', { 'data-version': one.version },
        el('th', { scope: 'row' }, `Version ${one.version}`, one.version === topic.version && el('span', { class: 'badge live' }, 'in force')),
        el('td', { 'data-label': 'Since' }, el('time', { datetime: one.at })),
        el('td', { class: 'about', dir: 'auto' }, one.note ?? ''),
        el('td', { 'data-label': 'Signals' }, `${one.signals}, threshold ${one.threshold}`),
        el('td', {}, el('p', { class: 'buttons' },
          act('Compare', `Compare version ${one.version} with the draft`, () => compare(one.version)),
          one.version !== topic.version && act('Roll back…', `Roll back to version ${one.version}`, () => rollBack(one.version)))))))));
  }

  async function compare(version) {
    byId('differs').replaceChildren(el('p', { class: 'about' }, `From version ${version} to the draft:`), drawDiff(diff(await page.inForce(version), page.text())));
    byId('differs-h').scrollIntoView({ block: 'start' });
  }

  async function rollBack(version) {
    const why = await confirm(`Put version ${version} into force again?`,
      `It becomes a version of its own${topic.version ? `, after version ${topic.version}` : ', and the topic is watched again'}. Articles from now on are met by it. The draft stays as it is.`, 'Roll back', true);
    if (why === null) return;
    try {
      const headers = topic.version ? { 'If-Match': `"${topic.version}"` } : {};
      const now = sound(await ask('POST', `${path}/rollback`, { body: { version, note: why || null }, headers })).body;
      await page.force(now, `Version ${version} is in force again`);
      page.check();
    } catch (error) {
      wrong(error);
    }
  }

  function act(text, label, work) {
    const made = el('button', { type: 'button', 'aria-label': label }, text);
    made.addEventListener('click', work);
    return made;
  }

  return { load };
}
