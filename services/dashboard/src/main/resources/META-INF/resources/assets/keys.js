// One-letter commands on the board.

/** Calls actions[key] for a key pressed outside of any field or dialog; '⇧x' is x with shift. */
export function listen(actions) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target;
    // the browser closes a popover by itself, unless it is kept from it
    if (event.key === 'Escape' && document.querySelector('.pop:popover-open')) return;
    if (target.closest('dialog[open], .pop:popover-open')) return;
    if (target.matches('input:not([type=checkbox]), select, textarea')) {
      if (event.key === 'Escape') target.blur();
      return;
    }
    const shifted = event.shiftKey && event.key.length === 1 ? actions[`⇧${event.key.toLowerCase()}`] : undefined;
    const action = shifted ?? actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
}

const cards = (column) => [...column.querySelectorAll('.card')];

/** The card that commands speak of: the focused one. */
export function current() {
  return document.activeElement?.closest?.('.card') ?? null;
}

/** Moves to the next card of the column, or the one before; without one, to the first that can be seen. Returns it. */
export function move(by) {
  const card = current();
  const column = card?.closest('.column') ?? document.querySelector('.column.shown .card')?.closest('.column')
    ?? document.querySelector('.column:has(.card)');
  if (!column) return null;
  const all = cards(column);
  const at = card ? all.indexOf(card) + by : 0;
  return focus(all[Math.max(0, Math.min(at, all.length - 1))]);
}

/** Moves to the first card of the next column that has one. */
export function sideways(by) {
  const columns = [...document.querySelectorAll('.column')].filter((c) => c.querySelector('.card') && c.offsetParent);
  const at = columns.indexOf(current()?.closest('.column'));
  const column = columns[at < 0 ? 0 : Math.max(0, Math.min(at + by, columns.length - 1))];
  return column ? focus(cards(column)[0]) : null;
}

function focus(card) {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return card ?? null;
}
