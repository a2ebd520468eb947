// Shows a secret, once.

import { t } from './words.js';

const dialog = document.getElementById('secret');
const byId = (id) => document.getElementById(id);

/** Resolves when the reader is done with it. */
export function showOnce(title, about, text) {
  byId('secret-title').textContent = title;
  byId('secret-about').textContent = about;
  byId('secret-text').textContent = text;
  byId('secret-copy').textContent = t('access.copy');
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      byId('secret-text').textContent = '';
      resolve();
    }, { once: true });
  });
}

byId('secret-copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(byId('secret-text').textContent);
    byId('secret-copy').textContent = t('access.copied');
  } catch {
    getSelection().selectAllChildren(byId('secret-text'));
  }
});
