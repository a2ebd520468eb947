// One alert as a card. The one place that turns an alert's JSON into elements.

import { el } from './dom.js';
import { ago, exact } from './time.js';
import { changeText } from './changes.js';
import { icon } from './icons.js';
import { knows, nameOf, placeName, t } from './words.js';
import { trend } from './trend.js';
import { directionOf, isOwn, laneOf, verdictOf } from './triage.js';

const MAX_CHANGES = 3;
const MAX_LANGUAGES = 3;
const MAX_PLACES = 2;
const MAX_SOURCES = 3;
const DAY = 86_400_000;
const ACTS = ['acknowledged', 'relevant', 'irrelevant', 'muted', 'note'];

export function createCard(story) {
  return el('li', { class: 'card hollow', tabindex: '-1', 'data-story': story });
}

/** Writes, or rewrites, a card. The element stays, so that focus and place stay. */
export function fillCard(card, alert, selected) {
  const lane = laneOf(alert);
  const own = isOwn(alert);
  card.className = ['card', lane !== 'new' && 'handled', own && 'own', alert.status !== 'Actual' && 'exercise', selected && 'selected'].filter(Boolean).join(' ');
  card.dataset.severity = alert.severity;
  card.dataset.lane = lane;
  const title = `t-${alert.story}`;
  card.setAttribute('aria-labelledby', title);
  const kinds = new Set(alert.revision === 1 ? [] : alert.changes.map((c) => c.kind));
  card.replaceChildren(...[
    firstLine(alert, kinds, own, selected),
    el('h3', {}, el('a', { id: title, href: `/stories/${encodeURIComponent(alert.story)}`, lang: tag(alert.language), dir: directionOf(alert.language), tabindex: '-1' },
      alert.headline || t('board.noHeadline'))),
    changes(alert),
    aside(alert),
    own ? ownLine(alert) : lastLine(alert, kinds),
    actions(lane),
  ].filter(Boolean));
}

/** While the focus is in a card, Tab goes through what it offers; else it passes it by. */
export function offer(card, on) {
  card.querySelectorAll('a, button, input').forEach((node) => { node.tabIndex = on ? 0 : -1; });
}

export function languageChips(tags) {
  const shown = tags.slice(0, MAX_LANGUAGES);
  const rest = tags.slice(MAX_LANGUAGES);
  return el('span', { class: 'chips' }, shown.map((one) => el('abbr', { class: 'chip', title: nameOf('language', one) }, one)),
    rest.length ? el('abbr', { class: 'chip', title: rest.map((one) => nameOf('language', one)).join(', ') }, `+${rest.length}`) : null);
}

function firstLine(alert, kinds, own, selected) {
  const word = kinds.has('severity') ? 'b' : 'span';
  return el('p', { class: 'line' },
    el('label', { class: 'pick', 'data-for': 'analyst' }, el('input', { type: 'checkbox', tabindex: '-1', checked: selected, 'aria-label': t('board.select') })),
    own ? el('span', { class: 'badge own' }, named(alert.topic)) : null,
    el(word, { class: 'severity', 'data-severity': alert.severity }, t(`board.${alert.severity}`)),
    alert.urgency === 'Immediate' || alert.urgency === 'Past' ? el('span', { class: 'urgency' }, t(`board.urgency${alert.urgency}`)) : null,
    el('span', { class: 'kind' }, kind(alert, own)),
    alert.status !== 'Actual' && el('span', { class: 'badge' }, [said(alert.status), alert.exercise].filter(Boolean).join(' ')),
    el('time', { datetime: alert.times.alerted, title: times(alert) }, ago(alert.times.alerted)));
}

const said = (word) => (knows(`board.${word}`) ? t(`board.${word}`) : word);
const named = (topic) => (knows(`board.own.${topic}`) ? t(`board.own.${topic}`) : topic);
const tag = (language) => (language && language !== 'und' ? language : null);

function kind(alert, own) {
  if (alert.msgType === 'Cancel') return t(own ? 'board.over' : 'board.cancelled');
  if (alert.changes.some((c) => c.kind === 'burst-over')) return t('board.over');
  return alert.revision === 1 ? t('board.first') : t('board.update', alert.revision);
}

function times(alert) {
  const published = alert.times.published;
  return [
    t('board.alertedAt', exact(alert.times.alerted)),
    alert.firstAlerted && t('board.firstAlertedAt', exact(alert.firstAlerted)),
    published ? t('board.publishedAt', exact(published)) : t('board.publishedUnknown'),
    t('board.fetchedAt', exact(alert.times.fetched)),
  ].filter(Boolean).join('\n');
}

function changes(alert) {
  // of the first alert everything is new, and that says nothing
  const shown = alert.revision === 1 ? [] : alert.changes.slice(0, MAX_CHANGES);
  return shown.length ? el('ul', { class: 'changes', 'aria-label': t('board.changed') }, shown.map((c) => el('li', {}, changeText(c)))) : null;
}

/** What only some cards have to say. */
function aside(alert) {
  const { published, alerted } = alert.times;
  const old = published && Date.parse(alerted) - Date.parse(published) > DAY;
  const verdict = verdictOf(alert);
  if (!old && !verdict) return null;
  return el('p', { class: 'line aside' },
    old && el('span', {}, t('board.publishedAgo', ago(published))),
    verdict && el('span', { class: 'verdict', dir: 'auto' }, verdictText(alert, verdict)),
    verdict?.note && el('q', { dir: 'auto' }, verdict.note));
}

function verdictText(alert, { verdict, by, at, until }) {
  const text = t(`board.by.${verdict}`, by);
  if (verdict === 'muted') return until ? t('board.until', text, exact(until)) : text;
  return verdict === 'irrelevant' || Date.parse(at) >= alert.at ? text : t('board.thenUpdated', text);
}

function lastLine(alert, kinds) {
  const sources = [...new Set([...(alert.origins ?? []).map((o) => o.name), ...alert.links.map((l) => l.source)])];
  const bold = (kind, text) => (kinds.has(kind) ? el('b', {}, text) : text);
  return el('p', { class: 'line last' },
    languageChips(alert.languages),
    el('span', { class: 'counts', title: t('board.originsWhy') }, ratio(alert),
      bold('new-origin', t('board.originCount', alert.independentOrigins)), ' / ', bold('articles', t('board.articleCount', alert.articleCount))),
    trend(alert),
    alert.credibility && el('abbr', { class: 'chip credibility', 'data-credibility': alert.credibility, title: t(`board.credibility${alert.credibility}`) }, String(alert.credibility)),
    places(alert),
    el('span', { class: 'by', dir: 'auto', title: sources.join(', ') }, sources.slice(0, MAX_SOURCES).join(', ') + (sources.length > MAX_SOURCES ? ` +${sources.length - MAX_SOURCES}` : '')));
}

/** Origins against articles: how much of it is somebody's own. */
function ratio({ independentOrigins, articleCount }) {
  return el('meter', { min: 0, max: Math.max(articleCount, 1), value: Math.min(independentOrigins, articleCount), 'aria-label': t('board.ratio', independentOrigins, articleCount) });
}

function places(alert) {
  const names = (alert.places ?? []).filter((place) => place.name).map(placeName);
  const shown = names.length ? names : (alert.countries ?? []).map((code) => nameOf('region', code));
  if (!shown.length) return null;
  const countries = (alert.countries ?? []).map((code) => nameOf('region', code));
  return el('span', { class: 'places', title: [...new Set([...shown, ...countries])].join(', ') },
    shown.slice(0, MAX_PLACES).join(', ') + (shown.length > MAX_PLACES ? ` +${shown.length - MAX_PLACES}` : ''));
}

/** The way to the feeds that it speaks of. */
function ownLine(alert) {
  const feeds = alert.why.map((w) => w.article).filter((id) => id.startsWith('feed:'));
  const one = feeds.length === 1 ? `?feed=${encodeURIComponent(feeds[0].slice('feed:'.length))}` : '?state=quiet';
  return el('p', { class: 'line last' }, languageChips(alert.languages), places(alert),
    feeds.length ? el('span', { class: 'by' }, el('a', { href: `/feeds${one}`, tabindex: '-1' }, t('board.feedCount', feeds.length))) : null);
}

/** Commands by mouse; the keys do the same. */
function actions(lane) {
  return el('p', { class: 'acts', 'data-for': 'analyst' }, ACTS.filter((act) => act !== lane).map((act) =>
    el('button', { type: 'button', class: act === 'acknowledged' ? 'ack' : null, tabindex: '-1', 'data-judge': act, title: t(`board.act.${act}`), 'aria-label': t(`board.act.${act}`) },
      icon(act), act === 'acknowledged' ? t('board.acknowledge') : null)),
  el('span', { class: 'error', role: 'alert' }));
}
