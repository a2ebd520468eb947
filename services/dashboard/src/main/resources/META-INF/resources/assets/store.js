// All alerts that this page knows, one a story. Lists, stream and a reader's own clicks arrive in any order and more than
// once: what is kept is the highest revision and the latest verdict.

const MAX_EARLY = 500;

export class Store {
  #alerts = new Map();
  #early = new Map();

  get(story) {
    return this.#alerts.get(story);
  }

  all() {
    return this.#alerts.values();
  }

  /** Takes an alert of a list (with verdict) or of the stream (without). True where something is new. */
  alert(incoming) {
    const known = this.#alerts.get(incoming.story);
    const verdict = latest(incoming.verdict, latest(known?.verdict, this.#early.get(incoming.story)));
    this.#early.delete(incoming.story);
    if (known && known.revision >= incoming.revision) {
      if (verdict === known.verdict) return false;
      this.#alerts.set(known.story, { ...known, verdict });
      return true;
    }
    this.#alerts.set(incoming.story, { ...incoming, verdict });
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
    this.#alerts.set(known.story, { ...known, verdict });
    return true;
  }

  clear() {
    this.#alerts.clear();
  }
}

function latest(one, other) {
  if (!one) return other ?? null;
  if (!other) return one;
  return Date.parse(one.at) > Date.parse(other.at) ? one : other;
}

/** Whether the desk is done with an alert: it was taken back, or it is acknowledged until the story rings again. */
export function handled(alert, now = Date.now()) {
  if (alert.msgType === 'Cancel') return true;
  const verdict = alert.verdict;
  if (!verdict) return false;
  if (verdict.verdict === 'muted') return !verdict.until || Date.parse(verdict.until) > now;
  if (verdict.verdict === 'irrelevant') return true;
  return Date.parse(verdict.at) >= Date.parse(alert.times.alerted);
}

/** Whether an alert holds all words of a filter, in any of the texts that its card shows. */
export function fits(alert, words) {
  if (!words.length) return true;
  const text = [alert.headline, ...alert.languages, ...alert.changes.map((c) => c.text),
    ...alert.links.map((l) => `${l.source} ${l.title ?? ''}`), ...alert.why.map((w) => w.term)]
    .join(' ').toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
