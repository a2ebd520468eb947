// What an analyst decides, under the name they signed in with.

import { problem } from './api.js';
import { t } from './words.js';

/** The name of who is signed in; empty for nobody. */
export function name() {
  return document.getElementById('me')?.dataset.name ?? '';
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
  if (!response.ok) throw new Error(problem(response.status, body.detail));
  return body;
}
