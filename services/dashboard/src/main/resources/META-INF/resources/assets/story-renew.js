// Brings an open story up to date without moving what is being read: parts that changed are replaced, new articles join the
// list, and the first thing in sight stays where it is.

import { tell } from './time.js';

const PAUSE = 1_500;
const TRIES = 6;
const FIRST = 400;
const written = new WeakMap();
let waiting = null;

/** Renews the page soon; several calls at once are one. With a revision, until the archive has it. */
export function renew(revision) {
  clearTimeout(waiting);
  waiting = setTimeout(() => fetchPage(revision, 0), FIRST);
}

async function fetchPage(revision, tries) {
  let fresh;
  try {
    const response = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    if (!response.ok) throw new Error(response.status);
    // a page of our own, made and escaped by the server; scripts in it would not run, and there are none
    fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  } catch {
    fresh = null;
  }
  const has = Number(fresh?.querySelector('.story')?.dataset.revision ?? 0);
  if ((!fresh || has < revision) && tries < TRIES) {
    waiting = setTimeout(() => fetchPage(revision, tries + 1), PAUSE * (tries + 1));
    return;
  }
  if (fresh) keepPlace(() => patch(fresh));
}

/** Changes the page so that the first thing in sight stays where it is. */
export function keepPlace(change) {
  const held = [...document.querySelectorAll('.report, [data-part], .side section')]
    .find((e) => e.getBoundingClientRect().bottom > 80 && e.getBoundingClientRect().top < innerHeight);
  const before = held?.getBoundingClientRect().top;
  const key = held && (held.id ? `#${CSS.escape(held.id)}` : held.dataset.part ? `[data-part="${held.dataset.part}"]` : null);
  change();
  const now = key && document.querySelector(key);
  if (now && scrollY > 0) scrollBy({ top: now.getBoundingClientRect().top - before, behavior: 'instant' });
}

function patch(fresh) {
  for (const part of fresh.querySelectorAll('[data-part]')) {
    const old = document.querySelector(`[data-part="${part.dataset.part}"]`);
    if (!old) insert(part, fresh);
    else if (!old.contains(document.activeElement) && changed(old, part)) replace(old, part);
  }
  articles(fresh);
  tell();
}

/** The times of the page that is shown are told in the reader's zone; so both are compared as the server wrote them. */
function changed(old, part) {
  const html = part.outerHTML;
  if (written.get(old) === html) return false;
  written.set(part, html);
  return true;
}

function replace(old, part) {
  for (const [i, details] of [...old.querySelectorAll('details')].entries()) {
    const same = part.querySelectorAll('details')[i];
    if (same) same.open = details.open;
  }
  old.replaceWith(document.adoptNode(part));
}

/** A part that the page did not have goes before the one that follows it. */
function insert(part, fresh) {
  const parts = [...fresh.querySelectorAll('[data-part], #articles')];
  const next = parts.slice(parts.indexOf(part) + 1)
    .map((p) => p.dataset.part ? document.querySelector(`[data-part="${p.dataset.part}"]`) : document.getElementById(p.id))
    .find((p) => p && p.closest('.side') === null === (part.closest('.side') === null));
  if (next) next.before(document.adoptNode(part));
}

/** New articles join; those that are there stay as the reader left them. */
function articles(fresh) {
  const list = document.getElementById('reports');
  if (!list) return;
  document.querySelector('#articles > .empty')?.remove();
  let after = null;
  for (const article of [...fresh.querySelectorAll('.report')]) {
    let mine = document.getElementById(article.id);
    if (!mine) {
      mine = document.adoptNode(article);
      mine.classList.add('fresh');
      if (after) after.after(mine);
      else list.prepend(mine);
    }
    after = mine;
  }
}
