// Puts a popover below the button that opened it, within the window.

const MARGIN = 8;

function place(pop) {
  const button = document.querySelector(`[popovertarget="${pop.id}"]`);
  if (!button) return;
  const at = button.getBoundingClientRect();
  const left = Math.max(MARGIN, Math.min(at.left, innerWidth - pop.offsetWidth - MARGIN));
  pop.style.left = `${left}px`;
  pop.style.top = `${at.bottom + 6}px`;
  pop.style.maxHeight = `${Math.max(160, innerHeight - at.bottom - 6 - MARGIN)}px`;
}

document.addEventListener('toggle', (event) => {
  if (event.target.matches?.('.pop') && event.newState === 'open') place(event.target);
}, true);
addEventListener('resize', () => document.querySelectorAll('.pop:popover-open').forEach(place));
