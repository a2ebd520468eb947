// The settings on notifications: silences begun and ended.

import { api } from './api.js';
import { keepTelling } from './time.js';
import { toast, wrong } from './toast.js';
import { t } from './words.js';

const HOUR = 3_600_000;
const LISTS = ['topics', 'stories', 'languages', 'countries', 'places'];
const form = document.getElementById('silence');
const problem = document.getElementById('silence-problem');

/** What a field of type datetime-local takes for a time. */
function local(time) {
  const date = new Date(time);
  return new Date(time - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

document.getElementById('silences')?.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-end]');
  if (!button) return;
  button.disabled = true;
  try {
    await api('DELETE', `/silences/${encodeURIComponent(button.closest('li').dataset.silence)}`);
    button.closest('li').remove();
    document.getElementById('silences').querySelector('summary')?.focus();
    toast(t('notices.silenceOver'));
  } catch (error) {
    button.disabled = false;
    wrong(error);
  }
});

function say(key, field) {
  problem.textContent = t(key);
  form.elements[field].setAttribute('aria-invalid', 'true');
  form.elements[field].focus();
}

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  problem.textContent = '';
  for (const field of form.elements) field.removeAttribute('aria-invalid');
  const given = Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, value.trim()]));
  const match = Object.fromEntries(LISTS.map((key) => [key, given[key].split(',').map((one) => one.trim()).filter(Boolean)]).filter(([, list]) => list.length));
  if (given.severity) match.severity = given.severity;
  if (!Object.keys(match).length) return say('notices.nothingMeant', 'topics');
  const start = given.start ? Date.parse(given.start) : Date.now();
  const end = Date.parse(given.end);
  if (!(end > start) || end <= Date.now()) return say('notices.endBeforeStart', 'end');
  if (!given.comment) return say('notices.whyMissing', 'comment');
  try {
    await api('POST', '/silences', { match, ...(given.start && { start: new Date(start).toISOString() }), end: new Date(end).toISOString(), comment: given.comment });
    location.hash = 'silences';
    location.reload();
  } catch (error) {
    problem.textContent = error.message;
  }
});

if (form) {
  form.elements.end.value = local(Date.now() + 4 * HOUR);
  document.getElementById('silence-zone').textContent = t('notices.zone', Intl.DateTimeFormat().resolvedOptions().timeZone);
}
keepTelling();
