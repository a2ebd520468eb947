// A topic's page: weights proposed from verdicts, and the archive met with the pack as it is.

import { el } from './dom.js';
import { api } from './api.js';
import { ask, sound } from './lab-api.js';
import { drawProposal } from './topic-proposal.js';
import { watchArchive } from './topic-archive.js';
import { toast, wrong } from './toast.js';
import { keepTelling } from './time.js';
import { around, t } from './words.js';

const byId = (id) => document.getElementById(id);
const topic = byId('topic').dataset;
const path = `/topics/${encodeURIComponent(topic.topic)}`;

// ---- proposing

async function propose() {
  byId('propose').disabled = true;
  byId('proposal').replaceChildren(el('p', { class: 'waiting' }, t('topics.learning')));
  byId('current').hidden = false;
  try {
    const proposal = await api('POST', `${path}/refit`);
    byId('current').hidden = proposal.changed;
    byId('propose').classList.toggle('primary', !proposal.changed);
    byId('proposal').replaceChildren(drawProposal(proposal, { apply: () => apply(proposal), discard }));
    byId('proposal').scrollIntoView({ block: 'nearest' });
  } catch (error) {
    byId('proposal').replaceChildren(error.status === 422 ? tooFew(error.message) : el('p', { class: 'notice bad', role: 'alert', lang: 'en' }, error.message));
  }
  byId('propose').disabled = false;
}

function tooFew(message) {
  return el('div', { class: 'empty boxed' },
    el('p', {}, el('b', {}, t('topics.tooFew'))),
    el('p', { lang: 'en' }, message),
    el('p', {}, around('topics.tooFewHow', el('a', { href: `/?topic=${encodeURIComponent(topic.topic)}` }, t('topics.theBoard')), el('kbd', {}, 'r'), el('kbd', {}, 'i'))));
}

function discard() {
  byId('proposal').replaceChildren();
  byId('current').hidden = false;
  byId('propose').classList.add('primary');
  byId('propose').focus();
}

// ---- applying

async function apply(proposal) {
  const sure = await confirm(t('topics.applyAsk', String(proposal.pack.version), topic.name), t('topics.applyText'), t('topics.apply'));
  if (!sure) return;
  try {
    const before = await api('GET', path);
    // with the version it was made from, so that it is refused where somebody changed the pack meanwhile
    const now = await api('PUT', path, { ...proposal.pack, version: proposal.from });
    inForce(now);
    toast(t('topics.applied', String(now.version)), async () => {
      const back = await api('PUT', path, { ...before, version: now.version });
      inForce(back);
      toast(t('topics.takenBack', String(before.version), String(back.version)));
    });
  } catch (error) {
    wrong(error);
  }
}

function inForce(pack) {
  discard();
  topic.version = pack.version;
  byId('in-force').textContent = t('topics.archiveAbout', String(pack.version));
  byId('done').replaceChildren(`${t('topics.inForce', String(pack.version))} `,
    el('a', { href: '' }, t('topics.showWeights')), ' · ', el('a', { href: '#archive' }, t('topics.applyBelow')));
  byId('done').hidden = false;
}

/** Asks with the page's dialog; resolves to whether the reader wants it. */
export function confirm(title, text, act) {
  const dialog = byId('confirm');
  byId('confirm-title').textContent = title;
  byId('confirm-text').textContent = text;
  byId('confirm-ok').textContent = act;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'ok'), { once: true });
  });
}

// ---- ending

async function end() {
  const sure = await confirm(t('topics.endAsk', topic.name), t('topics.endText'), t('topics.endIt'));
  if (!sure) return;
  try {
    sound(await ask('DELETE', path, { headers: { 'If-Match': `"${topic.version}"` } }));
    location.assign('/topics');
  } catch (error) {
    wrong(error);
  }
}

byId('end')?.addEventListener('click', end);
byId('propose').addEventListener('click', propose);
watchArchive(path, topic, confirm);
keepTelling();
