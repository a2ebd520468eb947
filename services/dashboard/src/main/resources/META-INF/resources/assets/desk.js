// What an analyst decides, and under which name.

import { t } from './words.js';

const NAME = 'tocsin.name';

export function name() {
  try {
    return localStorage.getItem(NAME) ?? '';
  } catch {
    return '';
  }
}

export function remember(by) {
  try {
    localStorage.setItem(NAME, by);
  } catch {
    // a browser that keeps nothing asks again next time
  }
}

/** Sends a verdict; resolves to it as it was written, rejects with words for people. */
export async function decide(story, verdict) {
  let response;
  try {
    response = await fetch(`/api/alerts/${encodeURIComponent(story)}/verdicts`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(verdict),
    });
  } catch {
    throw new Error(t('common.noAnswer'));
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.detail ?? t('common.notDone', String(response.status)));
  return body;
}

/** Asks for a name with the page's dialog; resolves to '' where the reader would rather not. */
export function ask(dialog) {
  const input = dialog.querySelector('input');
  input.value = name();
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const by = dialog.returnValue === 'ok' ? input.value.trim() : '';
      if (by) remember(by);
      resolve(by);
    }, { once: true });
  });
}
