// What an analyst decides on a story, and how that is taken back.

import { el } from './dom.js';
import { api } from './api.js';
import { toast } from './toast.js';
import { decide } from './desk.js';
import { tell } from './time.js';
import { knows, t } from './words.js';

const HOUR = 3_600_000;
const story = document.querySelector('.story').dataset.story;
const byId = (id) => document.getElementById(id);
const shown = new Set();

/** Puts a verdict on top of the list, once. */
export function show(verdict) {
  if (shown.has(verdict.id)) return;
  shown.add(verdict.id);
  byId('verdicts').prepend(el('li', {},
    el('b', {}, t(`story.verdict.${verdict.takesBack ? 'takenBack' : verdict.verdict}`)), verdict.target ? el('span', { dir: 'auto' }, ` (${muted(verdict)})`) : null,
    ` ${t('story.by', verdict.by)} `, el('time', { datetime: verdict.at }),
    verdict.until ? [` ${t('story.until')} `, el('time', { datetime: verdict.until, 'data-minute': true })] : null,
    verdict.note ? [el('br'), el('span', { dir: 'auto' }, verdict.note)] : null));
  tell(byId('verdicts'));
}

function muted({ scope, target }) {
  return knows(`story.mutes.${scope}`) ? t(`story.mutes.${scope}`, target) : target;
}

/** Decides; a mute asks first for what and how long. */
export async function take(kind) {
  byId('decided').textContent = '';
  const mute = kind === 'muted' ? await askMute() : {};
  if (!mute) return;
  try {
    const before = await inForce();
    const note = byId('note').value.trim();
    const verdict = await decide(story, { verdict: kind, note: note || undefined, ...mute });
    show(verdict);
    byId('note').value = '';
    toast(t(`story.did.${kind}`), () => (verdict.target ? lift(verdict) : takeBack(verdict, before)));
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

/** The verdict on the story that holds now, whoever gave it; null where there is none. */
async function inForce() {
  const { verdicts = [] } = await api('GET', `/alerts/${encodeURIComponent(story)}`).catch(() => ({}));
  const last = verdicts.filter((v) => !v.target).sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1);
  return !last || last.takesBack || (last.until && Date.parse(last.until) <= Date.now()) ? null : last;
}

/** Takes a verdict back, and what held before holds again. */
async function takeBack(verdict, before) {
  show(await decide(story, { verdict: 'acknowledged', takesBack: verdict.id }));
  if (before) show(await decide(story, { verdict: before.verdict, note: before.note ?? undefined, until: before.until ?? undefined }));
  toast(t('story.undone'));
}

/**
 * Only what is decided on a story can be taken back; the mute of a source or an actor is lifted by one that ends at once. Its
 * end is counted on the server's clock, which wrote the first.
 */
async function lift(mute) {
  const ahead = Date.parse(mute.at) - asked;
  const until = new Date(Date.now() + ahead + 3_000).toISOString();
  show(await decide(story, { verdict: 'muted', note: t('story.undone'), until, scope: mute.scope, target: mute.target }));
  toast(t('story.unmuted'));
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
