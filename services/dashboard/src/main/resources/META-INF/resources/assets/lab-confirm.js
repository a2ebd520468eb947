// The page's one dialog.

const byId = (id) => document.getElementById(id);

/**
 * Asks the reader.
 *
 * @param noted whether a note may be written
 * @returns the note, which may be empty, or null where they do not want it
 */
export function confirm(title, text, act, noted = false) {
  const dialog = byId('confirm');
  byId('confirm-title').textContent = title;
  byId('confirm-text').textContent = text;
  byId('confirm-ok').textContent = act;
  byId('note-label').hidden = !noted;
  byId('note').value = '';
  dialog.returnValue = '';
  dialog.showModal();
  (noted ? byId('note') : byId('confirm-ok')).focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'ok' ? byId('note').value.trim() : null), { once: true });
  });
}
