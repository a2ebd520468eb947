// Dead letters on the status page: their causes, the letters of one, what each says, and what is to become of them.

import { api, query } from './api.js';
import { el } from './dom.js';
import { ago } from './time.js';
import { may } from './roles.js';
import { toast, wrong } from './toast.js';
import { number, t } from './words.js';

const SHOWN = 20;
const MOST_TEXT = 20_000;
/** From this length on, the list has the beginning only. */
const CUT = 299;
const dialog = document.getElementById('decide');
const form = dialog.querySelector('form');
let open = null;
let drawn = '';
let again = () => {};

/** @param letters {waiting, kinds} or null while the archive does not say; @param refresh asks for the report anew */
export function drawLetters(letters, refresh) {
  again = refresh;
  const box = document.getElementById('kinds');
  const now = JSON.stringify(letters);
  if (now === drawn) return;
  drawn = now;
  if (!letters) {
    box.replaceChildren(el('p', { class: 'empty' }, t('status.lettersUnknown')));
  } else if (!letters.waiting) {
    box.replaceChildren(el('p', { class: 'empty' }, t('status.noLetters')));
    close();
  } else {
    box.replaceChildren(el('ul', { class: 'kinds' }, ...letters.kinds.map(kindRow)));
    if (open && letters.kinds.some((k) => same(k, open))) show(open);
    else close();
  }
}

const same = (a, b) => a.service === b.service && a.kafkaTopic === b.kafkaTopic && a.kind === b.kind;

function close() {
  open = null;
  document.getElementById('letters').replaceChildren();
}

function kindRow(kind) {
  const shown = open && same(kind, open);
  const row = el('li', {},
    el('button', { type: 'button', class: 'kind', 'aria-expanded': String(Boolean(shown)) },
      el('b', { class: 'number' }, number(kind.count)), el('span', { class: 'what', dir: 'auto' }, plain(kind.kind)),
      el('span', { class: 'muted' }, `${kind.service} · ${plain(kind.kafkaTopic)} · `, el('time', { datetime: kind.newest }, ago(kind.newest)))),
    may('admin') && el('span', { class: 'buttons' },
      el('button', { type: 'button', 'data-do': 'replay' }, kind.count === 1 ? t('status.replay') : t('status.replayAll', kind.count)),
      el('button', { type: 'button', class: 'danger', 'data-do': 'discard' }, kind.count === 1 ? t('status.discard') : t('status.discardAll', kind.count))));
  row.addEventListener('click', (event) => {
    const action = event.target.dataset.do;
    if (action) decide(action, kind.count, (said) => many(action, kind, said));
    else if (event.target.closest('.kind')) toggle(kind, row);
  });
  return row;
}

function toggle(kind, row) {
  const was = open && same(kind, open);
  document.querySelectorAll('.kind').forEach((b) => b.setAttribute('aria-expanded', 'false'));
  if (was) {
    close();
    return;
  }
  open = kind;
  row.querySelector('.kind').setAttribute('aria-expanded', 'true');
  show(kind);
}

async function show(kind) {
  try {
    const { items, nextCursor } = await api('GET', `/dead-letters${query({ state: 'waiting', service: kind.service, channel: kind.kafkaTopic, kind: kind.kind, limit: SHOWN })}`);
    if (!open || !same(open, kind)) return;
    document.getElementById('letters').replaceChildren(
      el('ol', { class: 'letters' }, ...items.map(letterRow)),
      ...(nextCursor ? [el('p', { class: 'hint' }, t('status.newestShown', SHOWN))] : []));
  } catch (error) {
    wrong(error);
  }
}

function letterRow(letter) {
  const text = el('pre', { tabindex: '0', dir: 'auto', 'aria-label': t('status.message') }, visible(letter));
  const row = el('li', {},
    el('p', {}, el('code', {}, `${plain(letter.kafkaTopic)} ${letter.partition}:${letter.offset}`), ' ', el('time', { datetime: letter.at }, ago(letter.at))),
    el('p', { class: 'reason', dir: 'auto' }, plain(letter.reason)),
    text,
    ...(letter.obstacle ? [el('p', { class: 'hint' }, t('status.cannot', letter.obstacle))] : []),
    el('p', { class: 'buttons' },
      may('analyst') && letter.replayable && el('button', { type: 'button', 'data-do': 'replay' }, t('status.replay')),
      may('admin') && el('button', { type: 'button', class: 'danger', 'data-do': 'discard' }, t('status.discard')),
      letter.value === null && letter.excerpt?.length >= CUT && el('button', { type: 'button', class: 'plain', 'data-do': 'whole' }, t('status.showAll'))));
  row.addEventListener('click', async (event) => {
    const action = event.target.dataset.do;
    if (action === 'whole') {
      try {
        text.textContent = visible(await api('GET', `/dead-letters/${encodeURIComponent(letter.id)}`));
        event.target.remove();
      } catch (error) {
        wrong(error);
      }
    } else if (action) {
      decide(action, 1, (said) => api('POST', `/dead-letters/${encodeURIComponent(letter.id)}/${action}`, said).then(() => (action === 'replay' ? t('status.back') : t('status.discarded'))));
    }
  });
  return row;
}

async function many(action, kind, said) {
  let done = 0;
  for (;;) {
    const answer = await api('POST', '/dead-letters/actions', { action, service: kind.service, channel: kind.kafkaTopic, kind: kind.kind, ...said });
    done += answer.done;
    if (answer.refused.length) return t('status.manyRefused', done, answer.refused.length, answer.refused[0].reason);
    if (!answer.remaining) return action === 'replay' ? t('status.manyBack', done) : t('status.manyDiscarded', done);
  }
}

/** Asks why, then does it. */
function decide(action, count, work) {
  const discards = action === 'discard';
  document.getElementById('decide-h').textContent = discards ? t('status.discard') : t('status.replay');
  document.getElementById('decide-what').textContent = discards ? t('status.discards', count) : t('status.replays', count);
  document.getElementById('decide-yes').textContent = discards ? t('status.discard') : t('status.replay');
  form.elements.why.value = '';
  form.elements.why.required = discards;
  form.onsubmit = async (event) => {
    event.preventDefault();
    const why = form.elements.why.value.trim();
    const said = why ? { why } : {};
    dialog.close();
    try {
      toast(await work(said));
      drawn = '';
    } catch (error) {
      wrong(error);
    }
    again();
  };
  dialog.showModal();
  form.elements.why.focus();
}

document.getElementById('decide-no').addEventListener('click', () => dialog.close());

/** Hostile text as it may be read: what steers a terminal or turns the direction of writing is shown by its number. */
function plain(text) {
  return String(text).replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, (c) => (c === '\n' || c === '\t' ? c : `⟨${c.codePointAt(0).toString(16)}⟩`));
}

function visible({ value, excerpt, encoding }) {
  const text = value ?? excerpt;
  if (encoding === 'omitted') return t('status.omitted');
  if (text === null) return t('status.noValue');
  const read = encoding === 'base64' ? text : plain(text);
  const shown = text.length > MOST_TEXT ? t('status.cut', text.length, read.slice(0, MOST_TEXT)) : read;
  return encoding === 'base64' ? t('status.bytes', shown) : shown;
}
