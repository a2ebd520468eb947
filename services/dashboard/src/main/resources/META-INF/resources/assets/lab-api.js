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
    throw new Error(t('common.noAnswer'));
  }
  const text = await response.text();
  const json = (response.headers.get('Content-Type') ?? '').includes('json');
  return { ok: response.ok, status: response.status, body: json && text ? JSON.parse(text) : text, tag: response.headers.get('ETag') };
}

/** The answer, or the problem's words as an error. */
export function sound(answer) {
  if (answer.ok) return answer;
  const error = new Error(problem(answer.status, answer.body?.detail));
  error.status = answer.status;
  throw error;
}

export const YAML = 'application/yaml';
