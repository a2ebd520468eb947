// The status page: sends again what was given up, begins and ends silences. While notify is down, there is no such part.

import { api } from './api.js';
import { keepTelling } from './time.js';
import { toast, wrong } from './toast.js';
import { t } from './words.js';

const HOUR = 3_600_000;
const section = document.getElementById('deliveries');
const form = document.getElementById('silence');

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
  } else if ('end' in button.dataset) {
    act(button, row, () => api('DELETE', `/silences/${encodeURIComponent(row.dataset.silence)}`), t('status.silenceOver'));
  }
});

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { topic, story, hours, comment } = Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, value.trim()]));
  const match = { ...(topic && { topics: [topic] }), ...(story && { stories: [story] }) };
  try {
    await api('POST', '/silences', { match, end: new Date(Date.now() + Number(hours) * HOUR).toISOString(), comment });
    location.reload();
  } catch (error) {
    wrong(error);
  }
});

keepTelling();
