// What the pack was before: looked at, compared, and put into force again.

import { el } from './dom.js';
import { ask, sound } from './lab-api.js';
import { confirm } from './lab-confirm.js';
import { diff, drawDiff } from './diff.js';
import { may } from './roles.js';
import { tell } from './time.js';
import { wrong } from './toast.js';
import { t } from './words.js';

const byId = (id) => document.getElementById(id);

/** @param page {inForce(version), text(), force(pack, words), check()} */
export function watchVersions(path, topic, page) {
  async function load() {
    const list = sound(await ask('GET', `${path}/versions`)).body.items;
    byId('versions').replaceChildren(list.length === 0 ? el('p', { class: 'about' }, t('lab.none')) : table(list));
    tell(byId('versions'));
  }

  function table(list) {
    return el('div', { class: 'scroll' }, el('table', { class: 'stack' },
      el('thead', {}, el('tr', {}, [t('lab.versions'), t('lab.since'), t('lab.whatWasNew'), t('lab.signals')].map((name) => el('th', { scope: 'col' }, name)), el('td'))),
      el('tbody', {}, list.map((one) => el('tr', { 'data-version': one.version },
        el('th', { scope: 'row' }, t('lab.version', String(one.version)), one.version === topic.version && el('span', { class: 'badge live' }, t('lab.isInForce'))),
        el('td', { 'data-label': t('lab.since') }, el('time', { datetime: one.at })),
        el('td', { class: 'about', dir: 'auto' }, one.note ?? ''),
        el('td', { 'data-label': t('lab.signals') }, t('lab.signalsAnd', one.signals, one.threshold)),
        el('td', {}, el('p', { class: 'buttons' },
          act(t('lab.compare'), t('lab.compareLabel', String(one.version)), () => compare(one.version)),
          may('admin') && one.version !== topic.version && act(t('lab.rollBack'), t('lab.rollBackLabel', String(one.version)), () => rollBack(one.version)))))))));
  }

  async function compare(version) {
    try {
      const before = await page.inForce(version);
      byId('differs').replaceChildren(el('p', { class: 'about' }, t('lab.fromVersion', String(version))), drawDiff(diff(before, page.text())));
      byId('differs-h').scrollIntoView({ block: 'start' });
    } catch (error) {
      wrong(error);
    }
  }

  async function rollBack(version) {
    const why = await confirm(t('lab.rollBackAsk', String(version)),
      topic.version ? t('lab.rollBackText', String(topic.version)) : t('lab.rollBackEnded'), t('lab.rollBackAct'), true);
    if (why === null) return;
    try {
      const headers = topic.version ? { 'If-Match': `"${topic.version}"` } : {};
      const now = sound(await ask('POST', `${path}/rollback`, { body: { version, note: why || null }, headers })).body;
      await page.force(now, t('lab.rolledBack', String(now.version), String(version)));
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
