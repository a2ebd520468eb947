// Where an alert stands with the desk, and whether it fits a filter. Decisions only: no element is touched here.

import { placeName } from './words.js';

export const SEVERITIES = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'];

/** The lanes that the board shows when nobody chose one. */
const OPEN = new Set(['new', 'acknowledged', 'over']);
const RTL = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);
const texts = new WeakMap();

/** The verdict that is in force: one that was taken back, or a mute that is over, is none. */
export function verdictOf(alert, now = Date.now()) {
  const verdict = alert.verdict;
  if (!verdict || verdict.takesBack) return null;
  if (verdict.verdict === 'muted' && verdict.until && Date.parse(verdict.until) <= now) return null;
  return verdict;
}

/** new, acknowledged, muted, irrelevant, or over where it was taken back. An update wakes what was acknowledged. */
export function laneOf(alert, now = Date.now()) {
  const verdict = verdictOf(alert, now);
  if (verdict?.verdict === 'muted' && (verdict.scope ?? 'story') === 'story') return 'muted';
  if (verdict?.verdict === 'irrelevant') return 'irrelevant';
  if (alert.msgType === 'Cancel') return 'over';
  return verdict && Date.parse(verdict.at) >= alert.at ? 'acknowledged' : 'new';
}

/** Alerts that speak of what we read rather than of a story: no article is behind them. */
export function isOwn(alert) {
  return alert.articleCount === 0 && alert.links.length === 0;
}

/** Whether the direction of a language's script is known to be right to left; 'auto' where the language is not known. */
export function directionOf(tag) {
  const [language, ...rest] = (tag ?? 'und').split('-');
  if (language === 'und' || !language) return 'auto';
  if (rest.some((part) => part === 'Arab' || part === 'Hebr')) return 'rtl';
  return RTL.has(language) && !rest.includes('Latn') && !rest.includes('Cyrl') ? 'rtl' : 'ltr';
}

export function inLane(alert, lane, now) {
  const at = laneOf(alert, now);
  return lane ? at === lane : OPEN.has(at);
}

/** Whether an alert fits all of a filter but its lane. */
export function fits(alert, filter) {
  return any(filter.severity, (s) => alert.severity === s)
    && any(filter.status, (s) => alert.status === s)
    && any(filter.lang, (tag) => alert.languages.includes(tag))
    && any(filter.place, (code) => alert.countries?.includes(code))
    && (!filter.origins || alert.independentOrigins >= Number(filter.origins) || isOwn(alert))
    && hasWords(alert, filter.words);
}

/** The newest first, or the gravest first and the newest of these. */
export function inOrder(order) {
  const newest = (a, b) => b.at - a.at || (a.story < b.story ? -1 : 1);
  return order === 'gravest'
    ? (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || newest(a, b)
    : newest;
}

function any(wanted, holds) {
  return !wanted.length || wanted.some(holds);
}

/** Whether it holds all words, in any of the texts that its card shows. */
function hasWords(alert, words) {
  if (!words.length) return true;
  let text = texts.get(alert);
  if (text === undefined) {
    text = [alert.headline, ...alert.languages, ...alert.changes.map((c) => c.text), ...(alert.places ?? []).map(placeName),
      ...alert.links.map((l) => `${l.source} ${l.title ?? ''}`), ...alert.why.map((w) => w.term), alert.verdict?.note]
      .join(' ').toLocaleLowerCase();
    texts.set(alert, text);
  }
  return words.every((word) => text.includes(word));
}
