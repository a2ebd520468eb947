// What analysts decide on the board: on the card at hand or on all that are selected, with the way back.

import { decide } from './desk.js';
import { t } from './words.js';
import { toast, wrong } from './toast.js';
import { verdictOf } from './triage.js';

const AT_ONCE = 6;
const MOST_UNDONE = 50;
const HOUR = 3_600_000;

const byId = (id) => document.getElementById(id);
const selected = new Set();
const done = [];
let anchor = null;
let board;

/** @param on store, again() (draws), order() (all stories that are shown) */
export function startJudging(on) {
  board = on;
  byId('selection').addEventListener('click', (event) => {
    const act = event.target.closest('[data-judge]')?.dataset.judge;
    if (act === 'none') selectNone();
    else if (act) judge(act, [...selected]);
  });
}

// ---- selecting

export const picked = (story) => selected.has(story);
export const selection = () => [...selected];

/** Selects a story or lets it go; with a range, all from the one before. */
export function pick(story, { range = false, on } = {}) {
  if (!story) return;
  const order = range && anchor ? board.order(story) : [];
  const [from, to] = [order.indexOf(anchor), order.indexOf(story)];
  if (range && from >= 0 && to >= 0) order.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((one) => selected.add(one));
  else if (on ?? !selected.has(story)) selected.add(story);
  else selected.delete(story);
  anchor = story;
  showSelection();
}

export function selectNone() {
  selected.clear();
  anchor = null;
  showSelection();
}

function showSelection() {
  byId('selection').hidden = selected.size === 0;
  byId('selected').textContent = t('board.selected', selected.size);
  document.body.classList.toggle('selecting', selected.size > 0);
  board.again();
}

// ---- deciding

/** @param act a verdict, or note; @param stories what it is on: nothing is asked where there are none */
export async function judge(act, stories) {
  if (!stories.length) return;
  if (act === 'muted') {
    const how = await dialog('mute');
    if (!how) return;
    const hours = how.get('hours');
    await give(stories, { verdict: 'muted', note: how.get('note').trim() || undefined, until: hours ? new Date(Date.now() + hours * HOUR).toISOString() : undefined });
  } else if (act === 'note') {
    const how = await dialog('noting', stories);
    if (how?.get('note').trim()) await give(stories, { verdict: how.get('verdict'), note: how.get('note').trim() });
  } else {
    await give(stories.filter((story) => !stands(story, act)), { verdict: act });
  }
}

/** It would be said twice. */
function stands(story, act) {
  const alert = board.store.get(story);
  const verdict = alert && verdictOf(alert);
  return verdict?.verdict === act && (act === 'irrelevant' || Date.parse(verdict.at) >= alert.at);
}

async function give(stories, verdict) {
  if (!stories.length) return;
  const before = new Map(stories.map((story) => [story, board.store.get(story)]));
  const given = [];
  const failed = await each(stories, async (story) => {
    const answer = await decide(story, verdict);
    given.push({ verdict: answer, before: before.get(story) && verdictOf(before.get(story)) });
    board.store.verdict(answer);
  });
  if (given.length) {
    done.push(given);
    if (done.length > MOST_UNDONE) done.shift();
  }
  selectNone();
  if (failed.length) wrong(failed.length === 1 ? failed[0] : new Error(t('board.failed', failed.length, failed[0].message)));
  else toast(t(`board.done.${verdict.verdict}`, given.length), undoLast);
}

/** Takes back what was done last, and what was in force before is in force again. */
export async function undoLast() {
  const last = done.pop();
  if (!last) {
    toast(t('board.nothingToUndo'));
    return;
  }
  const failed = await each(last, async ({ verdict, before }) => {
    board.store.verdict(await decide(verdict.story, { verdict: 'acknowledged', takesBack: verdict.id }));
    if (before) {
      const { verdict: kind, note, until, scope, target } = before;
      const again = { verdict: kind, note: note ?? undefined };
      board.store.verdict(await decide(verdict.story, kind === 'muted' ? { ...again, until: until ?? undefined, scope: scope ?? undefined, target: target ?? undefined } : again));
    }
  });
  board.again();
  if (failed.length) wrong(failed[0]);
  else toast(t('board.undone', last.length), done.length ? undoLast : null);
}

/** Some at a time; resolves to the errors. */
async function each(items, act) {
  const errors = [];
  const queue = [...items];
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, queue.length) }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await act(item);
      } catch (error) {
        errors.push(error);
      }
    }
  }));
  board.again();
  return errors;
}

/** Resolves to the form's values, or to null where it was left. */
function dialog(id, stories) {
  const box = byId(id);
  const form = box.querySelector('form');
  form.reset();
  if (stories?.length === 1) {
    const verdict = board.store.get(stories[0])?.verdict;
    const radio = verdict && !verdict.takesBack && form.querySelector(`[name=verdict][value="${verdict.verdict}"]`);
    if (radio) radio.checked = true;
  }
  box.returnValue = '';
  box.showModal();
  return new Promise((resolve) => {
    box.addEventListener('close', () => resolve(box.returnValue === 'ok' ? new FormData(form) : null), { once: true });
  });
}
