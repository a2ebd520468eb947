// One alert as a card. The one place that turns an alert's JSON into elements.

import { el, plural } from './dom.js';
import { ago, exact } from './time.js';
import { handled } from './store.js';

const MAX_CHANGES = 3;
const MAX_SOURCES = 3;
const DAY = 86_400_000;
const VERDICTS = { acknowledged: 'Acknowledged', relevant: 'Relevant', irrelevant: 'Irrelevant', muted: 'Muted' };

export function createCard(story) {
  return el('li', { class: 'card', tabindex: '-1', 'data-story': story });
}

/** Writes, or rewrites, a card. The element stays, so that focus and place stay. */
export function fillCard(card, alert) {
  const done = handled(alert);
  card.className = done ? 'card handled' : 'card';
  card.dataset.severity = alert.severity;
  card.replaceChildren(...[
    firstLine(alert),
    el('h3', {}, el('a', { href: `/stories/${encodeURIComponent(alert.story)}`, dir: 'auto', lang: alert.language, tabindex: '-1' },
      alert.headline || '(no headline)')),
    changes(alert),
    asides(alert, done),
    lastLine(alert, done),
  ].filter(Boolean));
}

function firstLine(alert) {
  return el('p', { class: 'line' },
    el('span', { class: 'severity', 'data-severity': alert.severity }, alert.severity === 'Unknown' ? 'Unrated' : alert.severity),
    alert.certainty !== 'Unknown' && el('span', {}, alert.certainty),
    el('span', { class: 'kind' }, kind(alert)),
    alert.status !== 'Actual' && el('span', { class: 'badge' }, alert.status),
    el('time', { datetime: alert.times.alerted, title: times(alert) }, ago(alert.times.alerted)));
}

function kind(alert) {
  if (alert.msgType === 'Cancel') return isCoverage(alert) ? 'Over' : 'Cancelled';
  if (alert.changes.some((c) => c.kind === 'burst-over')) return 'Over';
  return alert.revision === 1 ? 'New' : `Update ${alert.revision}`;
}

function times(alert) {
  const published = alert.times.published;
  return [
    `Alerted ${exact(alert.times.alerted)}`,
    alert.firstAlerted && `First alerted ${exact(alert.firstAlerted)}`,
    `Published ${published ? exact(published) : 'at an unknown time'}`,
    `Fetched ${exact(alert.times.fetched)}`,
  ].filter(Boolean).join('\n');
}

/** Coverage speaks of feeds, not of articles. */
function isCoverage(alert) {
  return alert.topic === 'coverage';
}

function changes(alert) {
  // of the first alert everything is new, and that says nothing
  const shown = alert.revision === 1 ? [] : alert.changes.slice(0, MAX_CHANGES);
  return shown.length ? el('ul', { class: 'changes', 'aria-label': 'Changed' }, shown.map((c) => el('li', { dir: 'auto' }, c.text))) : null;
}

/** What only some cards have to say. */
function asides(alert, done) {
  const { published, alerted } = alert.times;
  const old = published && Date.parse(alerted) - Date.parse(published) > DAY;
  if (!old && !alert.verdict) return null;
  return el('p', { class: 'line' },
    old && el('span', {}, `Published ${ago(published)}`),
    alert.verdict && el('span', { class: 'verdict', dir: 'auto' }, verdict(alert, done)));
}

function lastLine(alert, done) {
  const sources = [...new Set(alert.links.map((l) => l.source))];
  const named = sources.slice(0, MAX_SOURCES).join(', ') + (sources.length > MAX_SOURCES ? ` +${sources.length - MAX_SOURCES}` : '');
  return el('p', { class: 'line last' },
    el('span', { class: 'chips' }, alert.languages.map((tag) => el('span', { class: 'chip', title: languageName(tag) }, tag))),
    ...(isCoverage(alert) ? [feedsOf(alert)] : [
      el('span', {}, plural(alert.articleCount, 'article')),
      el('span', { title: 'Independent first publishers' }, plural(alert.independentOrigins, 'origin')),
      el('span', { class: 'by', dir: 'auto', title: sources.join(', ') }, named)]),
    el('span', { class: 'error', role: 'alert' }),
    !done && el('button', { type: 'button', class: 'ack', tabindex: '-1' }, 'Acknowledge'));
}

/** The way to the feeds that are silent. */
function feedsOf(alert) {
  const silent = alert.why.map((w) => w.article).filter((id) => id.startsWith('feed:'));
  const one = silent.length === 1 ? `?feed=${encodeURIComponent(silent[0].slice('feed:'.length))}` : '?state=quiet';
  return el('span', { class: 'by' }, el('a', { href: silent.length ? `/feeds${one}` : '/feeds', tabindex: '-1' }, silent.length ? plural(silent.length, 'feed') : 'Feeds'));
}

function verdict(alert, done) {
  const said = `${VERDICTS[alert.verdict.verdict] ?? alert.verdict.verdict} by ${alert.verdict.by}`;
  return done ? said : `${said}, then updated`;
}

let names;
function languageName(tag) {
  try {
    names ??= new Intl.DisplayNames(['en'], { type: 'language' });
    return names.of(tag);
  } catch {
    return tag;
  }
}
