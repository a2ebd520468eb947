// Importing OPML: the server reads it and adds nothing, people see what is in it, then it goes in piece by piece.

import { el } from './dom.js';
import { api } from './api.js';
import { t } from './words.js';

const PIECE = 200;
const SHOWN = 100;
const byId = (id) => document.getElementById(id);
const dialog = byId('import');
let fresh = [];
let stopped = true;
let done = () => {};

export function openImport(whenDone) {
  done = whenDone;
  byId('import-form').reset();
  clear();
  dialog.showModal();
}

function clear() {
  fresh = [];
  stopped = true;
  byId('import-problem').textContent = '';
  byId('import-found').replaceChildren();
  byId('import-progress').hidden = true;
  byId('import-go').disabled = true;
  byId('import-go').textContent = t('feeds.import');
}

async function read(file) {
  clear();
  if (!file) return;
  byId('import-found').replaceChildren(el('p', { class: 'muted waiting' }, t('feeds.reading', file.name)));
  try {
    const found = await api('POST', '/feeds/opml?dryRun=true', file, 'text/x-opml');
    fresh = found.items.filter((item) => item.status === 201);
    byId('import-found').replaceChildren(...summary(found));
    byId('import-go').disabled = !fresh.length;
    byId('import-go').textContent = fresh.length ? t('feeds.importDo', fresh.length) : t('feeds.nothingToImport');
  } catch (error) {
    byId('import-found').replaceChildren();
    byId('import-problem').textContent = error.message;
  }
}

function summary(found) {
  const tags = new Set(fresh.flatMap((item) => item.feed.tags));
  return [
    el('p', {}, el('b', {}, t('feeds.found', fresh.length, found.existing, found.refused))),
    tags.size ? el('p', { class: 'muted' }, t('feeds.foundTags', [...tags].slice(0, 12).join(', ') + (tags.size > 12 ? ` ${t('feeds.andMore', tags.size - 12)}` : ''))) : null,
    errors(found.items.filter((item) => item.status === 422)),
  ].filter(Boolean);
}

/** What was refused, with its line and the reason. */
function errors(items) {
  return items.length ? el('ul', { class: 'errors' },
    items.slice(0, SHOWN).map((item) => el('li', {}, el('b', {}, t('feeds.line', item.line)), ' ', el('span', { dir: 'auto' }, item.url || t('feeds.noName')), el('span', { class: 'muted' }, ` ${item.reason}`))),
    items.length > SHOWN ? el('li', { class: 'muted' }, t('feeds.andMore', items.length - SHOWN)) : null) : null;
}

async function send() {
  stopped = false;
  const progress = byId('import-progress');
  const go = byId('import-go');
  const total = fresh.length;
  const wrong = [];
  let added = 0;
  let at = 0;
  progress.max = total;
  progress.value = 0;
  progress.hidden = false;
  go.disabled = true;
  try {
    while (at < total && !stopped) {
      const piece = fresh.slice(at, at + PIECE);
      const answer = await api('POST', '/feeds', piece.map((item) => JSON.stringify(item.feed)).join('\n'), 'application/x-ndjson');
      added += answer.created;
      // lines of a piece are counted anew; people know those of their file
      answer.items.forEach((item) => { if (item.status === 422) wrong.push({ ...item, line: piece[item.line - 1].line }); });
      at += piece.length;
      progress.value = at;
      go.textContent = t('feeds.of', at, total);
    }
  } catch (error) {
    byId('import-problem').textContent = `${error.message} ${t('feeds.rest', added)}`;
  }
  byId('import-found').replaceChildren(...[el('p', { role: 'status' }, el('b', {}, t('feeds.imported', added)), ` ${t('feeds.oneByOne')}`), errors(wrong)].filter(Boolean));
  progress.hidden = true;
  go.textContent = t('feeds.done');
  fresh = [];
  stopped = true;
  done();
}

byId('import-file').addEventListener('change', (event) => read(event.target.files[0]));
byId('import-form').addEventListener('submit', (event) => {
  event.preventDefault();
  if (fresh.length && stopped) send();
});
dialog.addEventListener('close', () => { stopped = true; });
