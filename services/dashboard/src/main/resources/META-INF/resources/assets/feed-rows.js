// The table's rows: in the page at most once each, touched only where their feed changed, one of them in the tab order.

import { el } from './dom.js';
import { createRow, fillRow } from './feed-row.js';

const GHOSTS = 8;
const body = document.getElementById('rows');
const rows = new Map();

/** @param picked tells of an id whether it is selected */
export function drawRows(feeds, loading, picked) {
  if (loading && !feeds.size) {
    rows.clear();
    body.replaceChildren(...Array.from({ length: GHOSTS }, ghost));
    return;
  }
  const focused = current()?.dataset.feed;
  let next = body.firstChild;
  for (const feed of feeds.values()) {
    const row = filled(feed, picked(feed.id));
    if (row === next) next = next.nextSibling;
    else body.insertBefore(row, next);
  }
  while (next) {
    const gone = next;
    next = next.nextSibling;
    gone.remove();
    if (gone.dataset.feed) rows.delete(gone.dataset.feed);
  }
  if (focused && !current()) rows.get(focused)?.focus({ preventScroll: true });
  roving();
}

function filled(feed, picked) {
  let row = rows.get(feed.id);
  if (!row) rows.set(feed.id, row = createRow(feed.id));
  const signature = JSON.stringify(feed) + picked;
  if (row.signature !== signature) {
    const within = row !== document.activeElement && row.contains(document.activeElement);
    fillRow(row, feed, picked);
    if (within && !row.contains(document.activeElement)) row.focus({ preventScroll: true });
    row.signature = signature;
  }
  return row;
}

function ghost() {
  return el('tr', { class: 'ghost', 'aria-hidden': 'true' },
    ['pick', 'wide', 'mid', 'days', 'small', 'small', 'small'].map((kind) => el('td', {}, el('i', { class: kind }))));
}

const all = () => [...body.querySelectorAll('tr[data-feed]')];

/** The row that commands speak of: the one that has the focus, or in which it is. */
export function current() {
  return document.activeElement?.closest?.('tr[data-feed]') ?? null;
}

/** Moves the focus by so many rows; from nowhere, to the first. */
export function move(by) {
  const list = all();
  const at = list.indexOf(current());
  const next = list[at < 0 ? 0 : Math.max(0, Math.min(at + by, list.length - 1))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
  roving();
}

/** The row that had the focus last is the one that Tab comes to; without one, the first. */
function roving() {
  const list = all();
  const one = list.find((row) => row === document.activeElement) ?? list.find((row) => row.tabIndex === 0) ?? list[0];
  list.forEach((row) => { row.tabIndex = row === one ? 0 : -1; });
}
