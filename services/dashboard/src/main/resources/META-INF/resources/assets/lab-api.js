// Asks the API where an answer's status and entity tag matter, or a body is a pack in YAML.

import { problem } from './api.js';
import { t } from './words.js';

/** Resolves to {ok, status, body, tag}, whatever the answer; body is JSON, or text where it is none. Rejects where there is no answer. */
export async function ask(method, path, { body, type = 'application/json', headers = {}, signal } = {}) {
  let response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      signal,
      headers: { ...(body !== undefined && { 'Content-Type': type }), ...headers },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw failure(0, t('common.noAnswer'));
  }
  const text = await response.text();
  const json = (response.headers.get('Content-Type') ?? '').includes('json');
  return { ok: response.ok, status: response.status, body: json && text ? JSON.parse(text) : text, tag: response.headers.get('ETag') };
}

/** The answer, or the problem's words as an error. */
export function sound(answer) {
  if (answer.ok) return answer;
  throw failure(answer.status, problem(answer.status, answer.body?.detail));
}

/** An error with its status; 0 for no answer at all. */
function failure(status, words) {
  return Object.assign(new Error(words), { status });
}

/** Whether something may go well when it is asked again: nobody answered, or a part of Tocsin is down for a moment. */
export function passes(error) {
  return [0, 429, 502, 503].includes(error.status);
}

/** Does what only reads, and does it again as long as what stands in the way may pass; tells each time what that is. */
export async function patiently(read, tell) {
  try {
    await read();
  } catch (error) {
    tell(error);
    if (passes(error)) setTimeout(() => patiently(read, tell), AGAIN);
  }
}

/** How long to wait before something is asked again, in milliseconds. */
export const AGAIN = 2_000;

export const YAML = 'application/yaml';
