// Keeps the draft while it is typed, and never over what somebody else saved.

import { ask, sound } from './lab-api.js';
import { t } from './words.js';

const SAVE_AFTER = 1_500;

export class Keeper {
  #path;
  #says;
  #conflict;
  #revision = 0;
  #due;
  #waiting = null;
  #saving = Promise.resolve();

  /** The version that the draft was made from; null for a new topic. */
  base = null;

  /** @param conflict is told when somebody else saved meanwhile */
  constructor(path, says, conflict) {
    this.#path = path;
    this.#says = says;
    this.#conflict = conflict;
  }

  /** Whether there is something that is not kept yet. */
  get open() {
    return this.#waiting !== null;
  }

  /** The draft there is; null for none. */
  async load() {
    const answer = await ask('GET', `${this.#path}/draft`);
    if (answer.status === 204) {
      this.#revision = 0;
      return null;
    }
    this.#revision = sound(answer).body.revision;
    this.#waiting = null;
    this.#says.textContent = t('lab.kept');
    return answer.body;
  }

  changed(text) {
    this.#waiting = text;
    this.#says.textContent = t('lab.notYet');
    clearTimeout(this.#due);
    this.#due = setTimeout(() => this.now(text), SAVE_AFTER);
  }

  /** Saves, one after the other. */
  now(text) {
    clearTimeout(this.#due);
    this.#saving = this.#saving.then(() => this.#save(text));
    return this.#saving;
  }

  /** Saves over what somebody else saved. */
  async over(text) {
    const answer = await ask('GET', `${this.#path}/draft`);
    this.#revision = answer.status === 204 ? 0 : sound(answer).body.revision;
    return this.now(text);
  }

  async drop() {
    clearTimeout(this.#due);
    const answer = await ask('DELETE', `${this.#path}/draft`);
    if (answer.status !== 404) sound(answer);
    this.#revision = 0;
    this.#waiting = null;
    this.#says.textContent = '';
  }

  async #save(text) {
    const headers = this.#revision ? { 'If-Match': `"${this.#revision}"` } : { 'If-None-Match': '*' };
    try {
      const answer = await ask('PUT', `${this.#path}/draft`, { body: { text, base: this.base }, headers });
      if (answer.status === 412) {
        this.#says.textContent = t('lab.notKept');
        this.#conflict();
        return;
      }
      this.#revision = sound(answer).body.revision;
      if (this.#waiting === text) this.#waiting = null;
      this.#says.textContent = t(this.open ? 'lab.notYet' : 'lab.kept');
    } catch (error) {
      this.#says.textContent = t('lab.notKeptBecause', error.message);
    }
  }
}
