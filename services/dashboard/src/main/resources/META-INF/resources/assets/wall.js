// A screen on the wall: nobody touches it, so what does not fit comes round by itself, a page at a time.

const STAYS = 12_000;
const byId = (id) => document.getElementById(id);

export const onWall = new URLSearchParams(location.search).get('wall') === '1';

/** Prepares the page; to be called before the first draw. */
export function startWall() {
  if (!onWall) return;
  document.body.dataset.wall = '1';
  setInterval(turn, STAYS);
  keepAwake();
  document.addEventListener('visibilitychange', () => { if (!document.hidden) keepAwake(); });
}

/** To or from the wall. */
export function toggleWall() {
  const address = new URLSearchParams(location.search);
  if (onWall) address.delete('wall');
  else address.set('wall', '1');
  location.assign(address.size ? `/?${address}` : '/');
}

function turn() {
  for (const list of document.querySelectorAll('.column .cards')) page(list, 'scrollTop', 'scrollHeight', 'clientHeight');
  page(byId('columns'), 'scrollLeft', 'scrollWidth', 'clientWidth');
}

/** The next page, or the first one again; the last line of a page is the first of the next. */
function page(box, at, whole, part) {
  const end = box[whole] - box[part];
  if (end < 8) return;
  const next = box[at] >= end - 8 ? 0 : Math.min(end, box[at] + box[part] * 0.85);
  box.scrollTo({ [at === 'scrollTop' ? 'top' : 'left']: next, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' });
}

/** A new alert is seen at once: its column goes back to its beginning. */
export function showFirst(column) {
  if (onWall) column?.list.scrollTo({ top: 0 });
}

async function keepAwake() {
  try {
    await navigator.wakeLock?.request('screen');
  } catch {
    // the screen's own settings decide
  }
}
