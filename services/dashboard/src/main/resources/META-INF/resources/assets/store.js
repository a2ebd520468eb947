// All alerts that this page knows, one a story. Lists, stream and a reader's own clicks arrive in any order and more than
// once: what is kept is the highest revision and the latest verdict. Topics that changed are told by changed().

const MAX_EARLY = 500;

export class Store {
  #alerts = new Map();
  #topics = new Map();
  #early = new Map();
  #changed = new Set();

  get(story) {
    return this.#alerts.get(story);
  }

  all() {
    return this.#alerts.values();
  }

  get size() {
    return this.#alerts.size;
  }

  /** The topics of which there are alerts. */
  topics() {
    return this.#topics.keys();
  }

  of(topic) {
    return this.#topics.get(topic)?.values() ?? [];
  }

  count(topic) {
    return this.#topics.get(topic)?.size ?? 0;
  }

  /** The topics that changed since this was asked last. */
  changed() {
    const topics = this.#changed;
    this.#changed = new Set();
    return topics;
  }

  /** Takes an alert of a list (with verdict) or of the stream (without). True where something is new. */
  alert(incoming) {
    const known = this.#alerts.get(incoming.story);
    const verdict = latest(incoming.verdict, latest(known?.verdict, this.#early.get(incoming.story)));
    this.#early.delete(incoming.story);
    if (known && known.revision >= incoming.revision) {
      const firstAlerted = known.firstAlerted ?? incoming.firstAlerted;
      if (verdict === known.verdict && firstAlerted === known.firstAlerted) return false;
      this.#put({ ...known, verdict, firstAlerted });
      return true;
    }
    const at = Date.parse(incoming.times.alerted);
    this.#put({ ...incoming, verdict, at, firstAlerted: incoming.firstAlerted ?? known?.firstAlerted ?? null });
    return true;
  }

  /** Takes a verdict, be it before the alert that it speaks of. True where a card changes. */
  verdict(verdict) {
    const known = this.#alerts.get(verdict.story);
    if (!known) {
      this.#early.set(verdict.story, verdict);
      if (this.#early.size > MAX_EARLY) this.#early.delete(this.#early.keys().next().value);
      return false;
    }
    if (latest(verdict, known.verdict) !== verdict) return false;
    this.#put({ ...known, verdict });
    return true;
  }

  clear() {
    this.#topics.forEach((alerts, topic) => this.#changed.add(topic));
    this.#alerts.clear();
    this.#topics.clear();
  }

  #put(alert) {
    this.#alerts.set(alert.story, alert);
    if (!this.#topics.has(alert.topic)) this.#topics.set(alert.topic, new Map());
    this.#topics.get(alert.topic).set(alert.story, alert);
    this.#changed.add(alert.topic);
  }
}

/** Verdicts of one instant go by their id, as in the archive. */
function latest(one, other) {
  if (!one) return other ?? null;
  if (!other) return one;
  const apart = Date.parse(one.at) - Date.parse(other.at);
  return apart > 0 || (apart === 0 && one.id > other.id) ? one : other;
}
