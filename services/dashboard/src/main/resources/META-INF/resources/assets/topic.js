// A topic's page: weights proposed from verdicts, and the archive met with the pack as it is.

import { el } from './dom.js';
import { api } from './api.js';
import { ask, sound } from './lab-api.js';
import { drawProposal } from './topic-proposal.js';
import { watchArchive } from './topic-archive.js';
import { toast, wrong } from './toast.js';
import { keepTelling } from './time.js';

const byId = (id) => document.getElementById(id);
const topic = byId('topic').dataset;
const path = `/topics/${encodeURIComponent(topic.topic)}`;

// ---- proposing

async function propose() {
  byId('propose').disabled = true;
  byId('proposal').replaceChildren(el('p', { class: 'waiting' }, 'Learning from the verdicts…'));
  byId('current').hidden = false;
  try {
    const proposal = await api('POST', `${path}/refit`);
    byId('current').hidden = proposal.changed;
    byId('propose').classList.toggle('primary', !proposal.changed);
    byId('proposal').replaceChildren(drawProposal(proposal, { apply: () => apply(proposal), discard }));
    byId('proposal').scrollIntoView({ block: 'nearest' });
  } catch (error) {
    byId('proposal').replaceChildren(error.status === 422 ? tooFew(error.message) : el('p', { class: 'notice bad', role: 'alert' }, error.message));
  }
  byId('propose').disabled = false;
}

function tooFew(message) {
  return el('div', { class: 'empty boxed' },
    el('p', {}, el('b', {}, 'Too few verdicts to learn from.')),
    el('p', {}, message),
    el('p', {}, 'Open stories from ', el('a', { href: `/?topic=${encodeURIComponent(topic.topic)}` }, 'the board'), ' and judge them: ', el('kbd', {}, 'r'), ' relevant, ', el('kbd', {}, 'i'), ' irrelevant.'));
}

function discard() {
  byId('proposal').replaceChildren();
  byId('current').hidden = false;
  byId('propose').classList.add('primary');
  byId('propose').focus();
}

// ---- applying

async function apply(proposal) {
  const sure = await confirm(`Apply version ${proposal.pack.version} of ${topic.name}?`,
    'Articles from now on are met by it. Archived ones keep their topics until you apply it to them below.', 'Apply');
  if (!sure) return;
  try {
    const before = await api('GET', path);
    // with the version it was made from, so that it is refused where somebody changed the pack meanwhile
    const now = await api('PUT', path, { ...proposal.pack, version: proposal.from });
    inForce(now);
    toast(`Version ${now.version} is in force.`, async () => {
      const back = await api('PUT', path, { ...before, version: now.version });
      inForce(back);
      toast(`The weights of version ${before.version} are in force again, as version ${back.version}.`);
    });
  } catch (error) {
    wrong(error);
  }
}

function inForce(pack) {
  discard();
  topic.version = pack.version;
  byId('in-force').textContent = pack.version;
  byId('done').replaceChildren(`Version ${pack.version} is in force for articles from now on. `,
    el('a', { href: '' }, 'Show its weights'), ' · ', el('a', { href: '#archive' }, 'Apply it to archived articles'));
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
  const sure = await confirm(`End ${topic.name}?`, 'No article belongs to it from now on. Its stories and verdicts stay, and it can be rolled back to.', 'End it');
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
