// The one way in which pages ask the API: JSON, and errors in words for people.

import { knows, language, t } from './words.js';

/** Resolves to the answer's JSON (null where it has none); rejects with the problem's detail. */
export async function api(method, path, body, type = 'application/json', fields = {}) {
  let response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers: { Accept: 'application/json', ...(body !== undefined && { 'Content-Type': type }), ...fields },
      body: body === undefined ? undefined : typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body),
    });
  } catch {
    throw new Error(t('common.noAnswer'));
  }
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => null);
  if (!response.ok) {
    const error = new Error(problem(response.status, answer?.detail));
    error.status = response.status;
    throw error;
  }
  return answer;
}

/** The ETag of something as it is now, for a change on the condition that nobody else changes it; null where it is not told. */
export async function etag(path) {
  const response = await fetch(`/api${path}`, { headers: { Accept: 'application/json' } }).catch(() => null);
  return response?.ok ? response.headers.get('ETag') : null;
}

/** What is wrong, for the reader. Details are told in English; the status is what can be said in any language. */
export function problem(status, detail) {
  if (!detail) return t('common.notDone', String(status));
  const kind = `common.kind.${status}`;
  return language === 'en' || !knows(kind) ? sentence(detail) : `${t(kind)}. ${sentence(detail)}`;
}

/** A detail as a sentence of its own. */
function sentence(detail) {
  const text = detail.charAt(0).toUpperCase() + detail.slice(1);
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** A query of what is not empty, with its question mark. */
export function query(parameters) {
  const search = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '' && value !== null && value !== undefined));
  return search.size ? `?${search}` : '';
}
