// One topic's column: which of its alerts are shown, in which order, and how many of them are in the page at all.

import { el } from './dom.js';
import { createCard, fillCard } from './card.js';
import { fits, handled } from './store.js';

/** Cards in the page before "show more": beyond that, nobody reads and browsers slow down. */
const CAP = 200;
const GHOSTS = 3;

/** The shape of a card that is still to come. */
function ghost() {
  return el('li', { class: 'ghost', 'aria-hidden': 'true' }, el('i', {}), el('i', {}), el('i', {}));
}

export class Column {
  #cards = new Map();
  #shown = new Map();
  #cap = CAP;
  #drawn = false;

  constructor(topic, name, more) {
    this.topic = topic;
    this.name = name;
    this.count = el('span', { class: 'count' });
    this.title = el('h2', { id: `topic-${topic}` }, name);
    this.list = el('ol', { class: 'cards', 'aria-labelledby': `topic-${topic}` });
    this.button = el('button', { type: 'button', class: 'more' }, 'Show more');
    this.button.addEventListener('click', async () => {
      this.#cap += CAP;
      this.button.disabled = true;
      await more(this, this.#cap);
      this.button.disabled = false;
    });
    this.empty = el('li', { class: 'empty' });
    this.element = el('section', { class: 'column', 'data-topic': topic, 'aria-labelledby': `topic-${topic}` },
      el('header', {}, this.title, this.count), this.list);
    this.tab = el('button', { type: 'button', 'aria-pressed': 'false' });
    this.exhausted = false;
  }

  rename(name) {
    this.name = name;
    this.title.textContent = name;
  }

  /** Makes the page show these alerts, touching only cards that changed or moved. Returns how many are new to the desk. */
  draw(alerts, filter, loading) {
    const sorted = alerts.sort((a, b) => Date.parse(b.times.alerted) - Date.parse(a.times.alerted) || (a.story < b.story ? -1 : 1));
    const fresh = sorted.filter((a) => !handled(a)).length;
    const fitting = sorted.filter((a) => (!filter.fresh || !handled(a)) && fits(a, filter.words));
    const visible = fitting.slice(0, this.#cap);
    const focused = this.list.contains(document.activeElement) ? document.activeElement.closest('.card') : null;
    let next = this.list.firstChild;
    for (const alert of visible) {
      const card = this.#card(alert);
      if (card === next) {
        next = next.nextSibling;
      } else {
        this.list.insertBefore(card, next);
      }
    }
    while (next) {
      const gone = next;
      next = next.nextSibling;
      gone.remove();
    }
    this.#forget(visible);
    if (focused?.isConnected && !focused.contains(document.activeElement)) focused.focus({ preventScroll: true });
    if (!visible.length) this.#explain(filter, loading, sorted.length);
    if (fitting.length > visible.length || (!this.exhausted && visible.length >= CAP)) this.list.append(el('li', {}, this.button));
    this.#counts(fresh, sorted.length);
    this.#drawn = true;
    return fresh;
  }

  #card(alert) {
    let card = this.#cards.get(alert.story);
    const known = this.#shown.get(alert.story);
    if (!card) {
      card = createCard(alert.story);
      this.#cards.set(alert.story, card);
    }
    if (known !== alert) {
      fillCard(card, alert);
      this.#shown.set(alert.story, alert);
      // what was there when the page was opened is not news
      if (this.#drawn && known?.revision !== alert.revision) card.classList.add('rewritten');
    }
    return card;
  }

  #forget(visible) {
    if (this.#cards.size <= 2 * this.#cap) return;
    const kept = new Set(visible.map((a) => a.story));
    for (const story of this.#cards.keys()) {
      if (!kept.has(story)) {
        this.#cards.delete(story);
        this.#shown.delete(story);
      }
    }
  }

  #explain(filter, loading, known) {
    if (loading) {
      this.list.append(...Array.from({ length: GHOSTS }, ghost));
      return;
    }
    if (known) this.empty.textContent = filter.words.length ? 'No alert fits the filter.' : 'All is acknowledged.';
    else this.empty.textContent = 'Quiet. An alert appears here within a second of the article that rings it.';
    this.list.append(this.empty);
  }

  #counts(fresh, all) {
    this.count.replaceChildren(...(fresh ? [el('b', {}, `${fresh} new`), ` of ${all}`] : [String(all || '')]));
    this.tab.textContent = fresh ? `${this.name} ${fresh}` : this.name;
  }
}
