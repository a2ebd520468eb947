// One topic's column. Its cards are all in the list, but only those near the window have content: ten thousand empty items
// cost little, ten thousand cards do not.

import { el } from './dom.js';
import { createCard, fillCard, offer } from './card.js';
import { fits, inLane, inOrder, laneOf } from './triage.js';
import { t } from './words.js';

/** Items in the list before the end comes into view; then as many again. */
const CAP = 200;
/** Cards that are written at once, so that the first view is whole. */
const AT_ONCE = 12;
const GHOSTS = 3;
const NEAR = '900px 0px';
/** An order that changes under the hand makes people hit the wrong card; but not for longer than this. */
const HELD = 2_000;
const LONGEST_HELD = 6_000;

/** The shape of a card that is still to come. */
function ghost() {
  return el('li', { class: 'ghost', 'aria-hidden': 'true' }, el('i', {}), el('i', {}), el('i', {}));
}

export class Column {
  #cards = new Map();
  #near = new Set();
  #cap = CAP;
  #drawn = false;
  #shown = [];
  #touched = -Infinity;
  #heldSince = null;
  #desk;

  /** @param desk more(column, wanted), again() and picked(story) */
  constructor(topic, name, desk) {
    this.topic = topic;
    this.name = name;
    this.#desk = desk;
    this.fresh = 0;
    this.count = el('span', { class: 'count' });
    this.above = el('button', { type: 'button', class: 'above', hidden: true });
    this.title = el('h2', { id: `topic-${topic}` }, name);
    this.list = el('ol', { class: 'cards', 'aria-labelledby': `topic-${topic}` });
    this.button = el('button', { type: 'button', class: 'more' }, t('board.more'));
    this.rest = el('li', { class: 'rest' }, this.button);
    this.empty = el('li', { class: 'empty' });
    this.element = el('section', { class: 'column', 'data-topic': topic, 'aria-labelledby': `topic-${topic}` },
      el('header', {}, this.title, this.count, this.above), this.list);
    this.tab = el('button', { type: 'button', 'aria-pressed': 'false' });
    this.exhausted = false;
    this.#listen();
  }

  #listen() {
    this.watch = new IntersectionObserver((entries) => this.#seen(entries), { root: this.list, rootMargin: NEAR });
    this.watch.observe(this.rest);
    this.button.addEventListener('click', () => this.#extend());
    this.list.addEventListener('pointermove', () => { this.#touched = performance.now(); }, { passive: true });
    this.list.addEventListener('scroll', () => { if (this.list.scrollTop < 40) this.above.hidden = true; }, { passive: true });
    this.above.addEventListener('click', () => {
      this.release();
      this.list.scrollTo({ top: 0 });
      this.#desk.again(this);
    });
  }

  rename(name) {
    this.name = name;
    this.title.textContent = name;
  }

  /** The reader goes on, or acts: what waits may move. */
  release() {
    this.#touched = -Infinity;
    this.#heldSince = null;
  }

  /** Stories in the order in which they are shown. */
  stories() {
    return this.#shown.map((alert) => alert.story);
  }

  /** Makes the page show these alerts, touching only cards that changed or moved. */
  draw(alerts, filter, loading) {
    const now = Date.now();
    const known = [...alerts];
    this.fresh = known.filter((a) => laneOf(a, now) === 'new').length;
    const fitting = known.filter((a) => inLane(a, filter.lane, now) && fits(a, filter)).sort(inOrder(filter.order));
    const wanted = this.#hold(fitting).slice(0, this.#cap);
    const focused = this.list.contains(document.activeElement) ? document.activeElement.closest('.card') : null;
    const place = focused ? [...this.list.children].indexOf(focused) : -1;
    this.#place(wanted);
    this.#write(wanted);
    if (focused && !focused.contains(document.activeElement)) {
      (focused.isConnected ? focused : this.list.children[Math.min(place, wanted.length - 1)])?.focus?.({ preventScroll: true });
    }
    if (!wanted.length) this.#explain(filter, loading, known.length);
    const all = fitting.length <= wanted.length;
    if (!all || (!this.exhausted && !loading)) this.list.append(this.rest);
    this.rest.classList.toggle('quiet', all);
    this.#counts(known.length);
    this.#drawn ||= !loading;
  }

  /** While the pointer moves over the cards they keep their order, and new ones wait. */
  #hold(fitting) {
    const now = performance.now();
    const before = new Map(this.#shown.map((alert, i) => [alert.story, i]));
    const moved = fitting.some((alert, i) => i < this.#cap && before.get(alert.story) !== i);
    const held = this.#drawn && moved && now - this.#touched < HELD && now - (this.#heldSince ?? now) < LONGEST_HELD;
    if (!held) {
      this.#heldSince = null;
      const fresh = this.list.scrollTop > 40 ? fitting.findIndex((alert) => before.has(alert.story)) : 0;
      if (fresh > 0 && this.#drawn) this.#announce(fresh);
      return fitting;
    }
    this.#heldSince ??= now;
    setTimeout(() => this.#desk.again(this), HELD / 2);
    const kept = fitting.filter((alert) => before.has(alert.story)).sort((a, b) => before.get(a.story) - before.get(b.story));
    this.#announce(fitting.slice(0, this.#cap).filter((alert) => !before.has(alert.story)).length);
    return kept;
  }

  #announce(count) {
    this.above.hidden = count < 1;
    if (count > 0) this.above.textContent = t('board.above', count);
  }

  #place(wanted) {
    const keep = new Set(wanted.map((alert) => alert.story));
    for (const child of [...this.list.children]) {
      if (!keep.has(child.dataset.story)) child.remove();
    }
    let next = this.list.firstChild;
    for (const alert of wanted) {
      const { element } = this.#entry(alert.story);
      if (element === next) next = next.nextSibling;
      else this.list.insertBefore(element, next);
    }
    for (const [story, entry] of this.#cards) {
      if (!keep.has(story)) this.#drop(story, entry);
    }
    this.#shown = wanted;
  }

  #entry(story) {
    let entry = this.#cards.get(story);
    if (!entry) {
      entry = { element: createCard(story), alert: null, filled: false };
      this.#cards.set(story, entry);
      this.watch.observe(entry.element);
    }
    return entry;
  }

  #drop(story, entry) {
    this.watch.unobserve(entry.element);
    this.#near.delete(story);
    this.#cards.delete(story);
  }

  #write(alerts) {
    const now = Date.now();
    alerts.forEach((alert, i) => {
      const entry = this.#cards.get(alert.story);
      const before = entry.alert;
      const selected = this.#desk.picked(alert.story);
      if (before === alert && entry.selected === selected && entry.lane === laneOf(alert, now)) return;
      entry.alert = alert;
      if (i >= AT_ONCE && !this.#near.has(alert.story)) {
        if (entry.filled) entry.stale = true;
        return;
      }
      this.#fill(entry, selected);
      // what was there when the page was opened is not news
      if (this.#drawn && before?.revision !== alert.revision) entry.element.classList.add('rewritten');
    });
  }

  #fill(entry, selected) {
    const within = entry.element.contains(document.activeElement);
    fillCard(entry.element, entry.alert, selected);
    if (within) offer(entry.element, true);
    Object.assign(entry, { selected, lane: laneOf(entry.alert), filled: true, stale: false });
  }

  /** Cards that come near are written; those that go far give their content back, and keep their height. */
  #seen(entries) {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (target === this.rest) {
        // what the archive has beyond is only asked for when somebody scrolls there
        if (isIntersecting && (this.list.scrollTop > 0 || !target.classList.contains('quiet'))) this.#extend();
        continue;
      }
      const story = target.dataset.story;
      const entry = this.#cards.get(story);
      if (!entry) continue;
      if (isIntersecting) {
        this.#near.add(story);
        if (entry.alert && (!entry.filled || entry.stale)) this.#fill(entry, this.#desk.picked(story));
      } else {
        this.#near.delete(story);
        if (entry.filled && !target.contains(document.activeElement)) this.#empty(entry, boundingClientRect.height);
      }
    }
  }

  #empty(entry, height) {
    if (height < 1) return;
    entry.filled = false;
    entry.element.style.setProperty('--height', `${Math.round(height)}px`);
    entry.element.classList.add('hollow');
    entry.element.replaceChildren();
  }

  async #extend() {
    if (this.button.disabled || !this.#drawn) return;
    this.#cap += CAP;
    this.button.disabled = true;
    await this.#desk.more(this, this.#cap);
    this.button.disabled = false;
    // still in view: no crossing would tell of it
    this.watch.unobserve(this.rest);
    this.watch.observe(this.rest);
  }

  #explain(filter, loading, known) {
    if (loading) {
      this.list.append(...Array.from({ length: GHOSTS }, ghost));
      return;
    }
    this.empty.textContent = t(!known ? 'board.quiet' : filter.narrows ? 'board.noneFits' : 'board.allDone');
    this.list.append(this.empty);
  }

  #counts(all) {
    this.count.replaceChildren(...(this.fresh ? [el('b', {}, t('board.newCount', this.fresh)), ` ${t('board.of', all)}`] : [all ? t('board.plain', all) : '']));
    this.tab.textContent = this.fresh ? `${this.name} ${this.fresh}` : this.name;
  }
}
