// One feed, opened: how it does, and everything that people decide about it. Only what was changed is sent.

import { el } from './dom.js';
import { api, etag } from './api.js';
import { stateOf, stateWord, titleOf } from './feed-row.js';
import { may } from './roles.js';
import { spark, usual } from './spark.js';
import { ago, exact } from './time.js';
import { t } from './words.js';
import { why } from './feed-why.js';

const GRADES = named('grade', ['A', 'B', 'C', 'D', 'E', 'F']);
const INTERVALS = named('every', ['PT1M', 'PT5M', 'PT15M', 'PT30M', 'PT1H', 'PT6H', 'PT24H']);
const FULL_TEXT = named('full', ['auto', 'always', 'never']);
const drawer = document.getElementById('drawer');

/** What values are called, by value. */
function named(what, values) {
  return Object.fromEntries(values.map((value) => [value, t(`feeds.${what}.${value}`)]));
}

/** @param on {saved(feed), remove(), pause()} */
export function openDrawer(feed, on) {
  const problem = el('p', { class: 'problem', role: 'alert' });
  const form = el('form', {}, fields(feed), access(feed.access ?? {}), problem,
    el('p', { class: 'buttons' }, el('button', { class: 'primary' }, t('feeds.save')),
      el('button', { type: 'button', class: 'danger', 'data-do': 'remove' }, t('feeds.delete')),
      el('button', { type: 'button', 'data-do': 'pause' }, t(feed.paused ? 'feeds.resume' : 'feeds.pause'))));
  drawer.replaceChildren(head(feed), health(feed), may('admin') ? form : '');
  // as it is now: what somebody else changes from here on is not overwritten unseen
  const seen = etag(`/feeds/${encodeURIComponent(feed.id)}`);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const patch = changes(form, feed);
    if (!Object.keys(patch).length) {
      drawer.close();
      return;
    }
    const button = form.querySelector('.primary');
    button.disabled = true;
    try {
      on.saved(await api('PATCH', `/feeds/${encodeURIComponent(feed.id)}`, patch, 'application/merge-patch+json', { 'If-Match': (await seen) ?? '*' }));
      drawer.close();
    } catch (error) {
      blame(form, problem, error.message);
    }
    button.disabled = false;
  });
  form.addEventListener('click', (event) => {
    const what = event.target.dataset?.do;
    if (what) {
      drawer.close();
      on[what]();
    }
  });
  drawer.showModal();
  drawer.scrollTop = 0;
}

/** Shows an error, beside the field that it names. */
function blame(form, problem, message) {
  form.querySelectorAll('[aria-invalid]').forEach((field) => field.removeAttribute('aria-invalid'));
  const key = /'([\w.]+)'/.exec(message)?.[1];
  const field = key && form.elements.namedItem(key);
  problem.textContent = message;
  if (field instanceof Element) {
    field.setAttribute('aria-invalid', 'true');
    field.focus();
  }
}

function head(feed) {
  const web = /^https?:/.test(feed.url);
  return el('header', {}, el('h2', { id: 'drawer-title', dir: 'auto' }, titleOf(feed)),
    web ? el('a', { class: 'address', href: feed.url, target: '_blank', rel: 'noopener noreferrer nofollow' }, feed.url) : el('span', { class: 'address' }, feed.url),
    el('button', { type: 'button', class: 'quiet close', 'aria-label': t('common.close') }, '×'));
}

function health(feed) {
  const state = stateOf(feed);
  const { days, expected } = feed.arrivals ?? { days: [], expected: null };
  const facts = [
    [t('feeds.state'), el('span', { class: 'dot', 'data-state': state }, stateWord(state))],
    feed.reason && [t('feeds.reason'), reason(feed)],
    feed.quietSince && [t('feeds.quietSince'), time(feed.quietSince)],
    [t('feeds.lastTry'), feed.lastTry ? time(feed.lastTry) : t('feeds.notYet')],
    [t('feeds.lastNew'), feed.lastNewArticle ? time(feed.lastNewArticle) : t('feeds.noneNew')],
    [t('feeds.nextTry'), feed.nextTry ? time(feed.nextTry) : t(feed.paused ? 'feeds.is.paused' : 'feeds.none')],
    [t('feeds.articles'), t('feeds.inAll', String(feed.articles))],
    days.length && [t('feeds.days14'), el('span', {}, spark(feed.arrivals), `${t('feeds.today', days.at(-1))}, ${usual(expected)}`)],
  ].filter(Boolean);
  return el('dl', { class: 'health' }, facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', { dir: 'auto' }, value))));
}

function reason(feed) {
  const { text, lang } = why(feed);
  return el('span', {}, el('span', { lang }, text), lang !== 'en' && el('span', { class: 'muted', lang: 'en' }, ` (${feed.reason})`));
}

const time = (iso) => el('time', { datetime: iso, title: exact(iso) }, ago(iso));

function fields(feed) {
  const source = feed.source ?? {};
  return el('div', { class: 'fields' },
    field(t('feeds.name'), 'title', feed.title ?? '', { maxlength: 300, placeholder: t('feeds.nameHint'), dir: 'auto' }),
    field(t('feeds.tags'), 'tags', (feed.tags ?? []).join(', '), { list: 'known-tags', placeholder: t('feeds.tagsTree') }),
    el('div', { class: 'pair' },
      field(t('feeds.source'), 'source.name', source.name ?? '', { placeholder: t('feeds.sourceHint'), dir: 'auto' }),
      choice(t('feeds.reliability'), 'source.reliability', source.reliability ?? '', { '': t('feeds.notGraded'), ...GRADES })),
    el('div', { class: 'pair' },
      field(t('feeds.country'), 'source.country', source.country ?? '', { maxlength: 2, placeholder: 'KZ' }),
      field(t('feeds.language'), 'language', feed.language ?? '', { placeholder: t('feeds.languageHint') })),
    el('div', { class: 'pair' },
      choice(t('feeds.interval'), 'interval', feed.interval ?? '', { '': t('feeds.ownRhythm'), ...INTERVALS, ...(feed.interval && !INTERVALS[feed.interval] && { [feed.interval]: feed.interval }) }),
      choice(t('feeds.fullText'), 'fullText', feed.fullText ?? 'auto', FULL_TEXT)));
}

function access(set) {
  const state = (there) => t(there ? 'feeds.set' : 'feeds.none');
  const secret = (text, key, there, kind = 'password') => el('label', {}, text,
    el('span', { class: 'secret' }, el('input', { name: `access.${key}`, type: kind, placeholder: state(there), autocomplete: 'off', spellcheck: 'false' }),
      there && el('label', { class: 'clear' }, el('input', { type: 'checkbox', name: `clear.${key}` }), t('feeds.remove'))));
  const any = set.user || set.password || set.cookies || set.proxy || set.headers?.length;
  return el('details', { open: any ? true : false }, el('summary', {}, t(any ? 'feeds.accessSet' : 'feeds.access')),
    el('p', { class: 'muted' }, t('feeds.accessHow')),
    el('div', { class: 'pair' }, secret(t('feeds.user'), 'user', set.user, 'text'), secret(t('feeds.password'), 'password', set.password)),
    secret(t('feeds.cookies'), 'cookies', set.cookies),
    (set.headers ?? []).map((name) => secret(t('feeds.header', name), `headers.${name}`, true)),
    el('div', { class: 'pair' }, el('label', {}, t('feeds.anotherHeader'), el('input', { name: 'header.name', placeholder: 'X-Api-Key', autocomplete: 'off' })),
      el('label', {}, t('feeds.itsValue'), el('input', { name: 'header.value', type: 'password', autocomplete: 'off' }))),
    secret(t('feeds.proxy'), 'proxy', set.proxy, 'text'));
}

function field(text, name, value, attributes) {
  return el('label', {}, text, el('input', { name, value, autocomplete: 'off', ...attributes }));
}

function choice(text, name, value, options) {
  return el('label', {}, text, el('select', { name }, Object.entries(options).map(([key, word]) => el('option', { value: key, selected: key === value }, word))));
}

/** The merge patch (RFC 7396) from what the feed is to what the form says. */
function changes(form, feed) {
  const said = (name) => form.elements.namedItem(name)?.value.trim() ?? '';
  const patch = {};
  const source = {};
  const put = (into, key, before, now) => {
    if ((before ?? '') !== now) into[key] = now === '' ? null : now;
  };
  put(patch, 'title', feed.title, said('title'));
  put(patch, 'language', feed.language, said('language'));
  put(patch, 'interval', feed.interval, said('interval'));
  put(patch, 'fullText', feed.fullText, said('fullText'));
  put(source, 'name', feed.source?.name, said('source.name'));
  put(source, 'country', feed.source?.country, said('source.country').toUpperCase());
  put(source, 'reliability', feed.source?.reliability, said('source.reliability'));
  const tags = said('tags').split(',').map((tag) => tag.trim()).filter(Boolean);
  if (JSON.stringify(tags) !== JSON.stringify(feed.tags ?? [])) patch.tags = tags;
  if (Object.keys(source).length) patch.source = source;
  const secrets = secretsOf(form, said);
  if (Object.keys(secrets).length) patch.access = secrets;
  return patch;
}

function secretsOf(form, said) {
  const access = {};
  const headers = {};
  for (const input of form.querySelectorAll('[name^="access."]')) {
    const key = input.name.slice('access.'.length);
    const clear = form.elements.namedItem(`clear.${key}`)?.checked;
    const value = input.value ? input.value : clear ? null : undefined;
    if (value === undefined) continue;
    if (key.startsWith('headers.')) headers[key.slice('headers.'.length)] = value;
    else access[key] = value;
  }
  if (said('header.name') && said('header.value')) headers[said('header.name')] = said('header.value');
  if (Object.keys(headers).length) access.headers = headers;
  return access;
}
