// One feed, opened: how it does, and everything that people decide about it. Only what was changed is sent.

import { el } from './dom.js';
import { api, etag } from './api.js';
import { stateOf, stateWord, titleOf } from './feed-row.js';
import { spark, usual } from './spark.js';
import { ago, exact } from './time.js';

const GRADES = { A: 'A · completely reliable', B: 'B · usually reliable', C: 'C · fairly reliable', D: 'D · not usually reliable', E: 'E · unreliable', F: 'F · cannot be judged' };
const INTERVALS = { PT1M: '1 minute', PT5M: '5 minutes', PT15M: '15 minutes', PT30M: '30 minutes', PT1H: '1 hour', PT6H: '6 hours', PT24H: '24 hours' };
const FULL_TEXT = { auto: 'for summaries only', always: 'always', never: 'never' };
const drawer = document.getElementById('drawer');

/** @param on {saved(feed), remove(), pause()} */
export function openDrawer(feed, on) {
  const problem = el('p', { class: 'problem', role: 'alert' });
  const form = el('form', {}, fields(feed), access(feed.access ?? {}), problem,
    el('p', { class: 'buttons' }, el('button', { class: 'primary' }, 'Save'),
      el('button', { type: 'button', class: 'danger', 'data-do': 'remove' }, 'Delete'),
      el('button', { type: 'button', 'data-do': 'pause' }, feed.paused ? 'Resume' : 'Pause')));
  drawer.replaceChildren(head(feed), health(feed), form);
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
    el('button', { type: 'button', class: 'quiet close', 'aria-label': 'Close' }, '×'));
}

function health(feed) {
  const state = stateOf(feed);
  const { days, expected } = feed.arrivals ?? { days: [], expected: null };
  const facts = [
    ['State', el('span', { class: 'dot', 'data-state': state }, stateWord(state))],
    feed.reason && ['Reason', feed.reason],
    feed.quietSince && ['Quiet since', time(feed.quietSince)],
    ['Last try', feed.lastTry ? time(feed.lastTry) : 'not yet'],
    ['Last new article', feed.lastNewArticle ? time(feed.lastNewArticle) : 'none yet'],
    ['Next try', feed.nextTry ? time(feed.nextTry) : feed.paused ? 'paused' : 'none'],
    ['Articles', `${feed.articles} in all`],
    days.length && ['Last 14 days', el('span', {}, spark(feed.arrivals), `${days.at(-1)} today, ${usual(expected)}`)],
  ].filter(Boolean);
  return el('dl', { class: 'health' }, facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', { dir: 'auto' }, value))));
}

const time = (iso) => el('time', { datetime: iso, title: exact(iso) }, ago(iso));

function fields(feed) {
  const source = feed.source ?? {};
  return el('div', { class: 'fields' },
    field('Title', 'title', feed.title ?? '', { maxlength: 300, placeholder: 'as the feed calls itself', dir: 'auto' }),
    field('Tags', 'tags', (feed.tags ?? []).join(', '), { list: 'known-tags', placeholder: 'with commas between; a/b is a tree' }),
    el('div', { class: 'pair' },
      field('Source', 'source.name', source.name ?? '', { placeholder: 'who publishes it', dir: 'auto' }),
      choice('Reliability', 'source.reliability', source.reliability ?? '', { '': 'not graded', ...GRADES })),
    el('div', { class: 'pair' },
      field('Country', 'source.country', source.country ?? '', { maxlength: 2, placeholder: 'KZ' }),
      field('Language', 'language', feed.language ?? '', { placeholder: 'as the feed says' })),
    el('div', { class: 'pair' },
      choice('Asked every', 'interval', feed.interval ?? '', { '': 'by its own rhythm', ...INTERVALS, ...(feed.interval && !INTERVALS[feed.interval] && { [feed.interval]: feed.interval }) }),
      choice('Fetch whole pages', 'fullText', feed.fullText ?? 'auto', FULL_TEXT)));
}

function access(set) {
  const state = (there) => (there ? 'set; type to replace' : 'none');
  const secret = (text, key, there, kind = 'password') => el('label', {}, text,
    el('span', { class: 'secret' }, el('input', { name: `access.${key}`, type: kind, placeholder: state(there), autocomplete: 'off', spellcheck: 'false' }),
      there && el('label', { class: 'clear' }, el('input', { type: 'checkbox', name: `clear.${key}` }), 'remove')));
  const any = set.user || set.password || set.cookies || set.proxy || set.headers?.length;
  return el('details', { open: any ? true : false }, el('summary', {}, any ? 'Access (set)' : 'Access: password, cookies, headers, proxy'),
    el('p', { class: 'muted' }, 'Sent to this feed’s own host only, and never shown again.'),
    el('div', { class: 'pair' }, secret('User', 'user', set.user, 'text'), secret('Password', 'password', set.password)),
    secret('Cookies', 'cookies', set.cookies),
    (set.headers ?? []).map((name) => secret(`Header ${name}`, `headers.${name}`, true)),
    el('div', { class: 'pair' }, el('label', {}, 'Another header', el('input', { name: 'header.name', placeholder: 'X-Api-Key', autocomplete: 'off' })),
      el('label', {}, 'Its value', el('input', { name: 'header.value', type: 'password', autocomplete: 'off' }))),
    secret('Proxy', 'proxy', set.proxy, 'text'));
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
