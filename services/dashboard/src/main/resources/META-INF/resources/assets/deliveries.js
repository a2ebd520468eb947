// The status page: sends again what was given up. While notify is down, there is no such part.

import { api } from './api.js';
import { keepTelling } from './time.js';
import { toast, wrong } from './toast.js';
import { t } from './words.js';

const section = document.getElementById('deliveries');

/** Does something for a row, once at a time; the row goes when it is done. */
async function act(button, row, work, done) {
  button.disabled = true;
  try {
    await work();
    row.remove();
    toast(done);
  } catch (error) {
    button.disabled = false;
    wrong(error);
  }
}

section?.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  const row = button.closest('li');
  if ('again' in button.dataset) {
    act(button, row, () => api('POST', `/deliveries/${encodeURIComponent(row.dataset.delivery)}/again`), t('status.waitsAgain'));
  }
});

keepTelling();
