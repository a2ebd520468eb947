// Any two revisions of the alert beside each other, without leaving the page.

import { tell } from './time.js';

const story = document.querySelector('.story').dataset.story;

/** One revision back or on: the later of the two moves, the earlier is the one before it. */
export function turn(by) {
  const shown = document.getElementById('revisions');
  const numbers = [...(shown?.querySelectorAll('select[name=to] option') ?? [])].map((o) => Number(o.value));
  const to = Number(shown?.dataset.to) + by;
  if (numbers.includes(to) && numbers.includes(to - 1)) compare(to - 1, to);
}

async function compare(from, to) {
  const path = `/stories/${encodeURIComponent(story)}/revisions?from=${from}&to=${to}`;
  const response = await fetch(path, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!response?.ok) {
    location.href = path;
    return;
  }
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('revisions');
  const old = document.getElementById('revisions');
  const focus = document.activeElement?.dataset?.turn;
  fresh.querySelector('.twin').open = old.querySelector('.twin').open;
  old.replaceWith(document.adoptNode(fresh));
  tell(fresh);
  if (focus) fresh.querySelector(`[data-turn="${focus}"]`).focus();
  const box = fresh.getBoundingClientRect();
  if (box.top < 0 || box.top > innerHeight * 0.8) fresh.scrollIntoView({ block: 'start' });
}

document.addEventListener('click', (event) => {
  const by = event.target.closest('[data-turn]')?.dataset.turn;
  if (by) turn(Number(by));
});
document.addEventListener('submit', (event) => {
  if (!event.target.matches('.compare')) return;
  event.preventDefault();
  const values = new FormData(event.target);
  compare(Math.min(values.get('from'), values.get('to')), Math.max(values.get('from'), values.get('to')));
});
