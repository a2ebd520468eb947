// Dead letters on the status page: their causes, the letters of one, what each says, and what is to become of them.

import { api, query } from './api.js';
import { name, remember } from './desk.js';
import { el, plural } from './dom.js';
import { ago } from './time.js';
import { toast, wrong } from './toast.js';

const SHOWN = 20;
const MOST_TEXT = 20_000;
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
    box.replaceChildren(el('p', { class: 'empty' }, 'The archive does not answer, so nobody can say what waits here.'));
  } else if (!letters.waiting) {
    box.replaceChildren(el('p', { class: 'empty' }, 'None waits. Every message was understood.'));
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
      el('b', { class: 'number' }, String(kind.count)), el('span', { class: 'what', dir: 'auto' }, plain(kind.kind)),
      el('span', { class: 'muted' }, `${kind.service} · ${plain(kind.kafkaTopic)} · `, el('time', { datetime: kind.newest }, ago(kind.newest)))),
    el('span', { class: 'buttons' },
      el('button', { type: 'button', 'data-do': 'replay' }, `Replay ${kind.count === 1 ? 'it' : `all ${kind.count}`}`),
      el('button', { type: 'button', class: 'danger', 'data-do': 'discard' }, 'Discard')));
  row.addEventListener('click', (event) => {
    const action = event.target.dataset.do;
    if (action) decide(action, plural(kind.count, 'message'), (said) => many(action, kind, said));
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
      ...(nextCursor ? [el('p', { class: 'hint' }, `The newest ${SHOWN} are shown.`)] : []));
  } catch (error) {
    wrong(error);
  }
}

function letterRow(letter) {
  const text = el('pre', { tabindex: '0', dir: 'auto', 'aria-label': 'The message' }, visible(letter));
  const row = el('li', {},
    el('p', {}, el('code', {}, `${plain(letter.kafkaTopic)} ${letter.partition}:${letter.offset}`), ' ', el('time', { datetime: letter.at }, ago(letter.at))),
    el('p', { class: 'reason', dir: 'auto' }, plain(letter.reason)),
    text,
    ...(letter.obstacle ? [el('p', { class: 'hint' }, `It cannot be put back: ${letter.obstacle}.`)] : []),
    el('p', { class: 'buttons' },
      ...(letter.replayable ? [el('button', { type: 'button', 'data-do': 'replay' }, 'Replay')] : []),
      el('button', { type: 'button', class: 'danger', 'data-do': 'discard' }, 'Discard'),
      ...(letter.value === null && letter.encoding !== 'omitted' ? [el('button', { type: 'button', class: 'plain', 'data-do': 'whole' }, 'Show all of it')] : [])));
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
      decide(action, 'this message', (said) => api('POST', `/dead-letters/${encodeURIComponent(letter.id)}/${action}`, said).then(() => (action === 'replay' ? 'It is back on its channel.' : 'It is discarded.')));
    }
  });
  return row;
}

async function many(action, kind, said) {
  let done = 0;
  for (;;) {
    const answer = await api('POST', '/dead-letters/actions', { action, service: kind.service, channel: kind.kafkaTopic, kind: kind.kind, ...said });
    done += answer.done;
    if (answer.refused.length) return `${plural(done, 'message')} done; ${answer.refused.length} not: ${answer.refused[0].reason}.`;
    if (!answer.remaining) return `${plural(done, 'message')} ${action === 'replay' ? 'back on the channel' : 'discarded'}.`;
  }
}

/** Asks who and why, then does it. */
function decide(action, what, work) {
  const discards = action === 'discard';
  document.getElementById('decide-h').textContent = discards ? 'Discard' : 'Replay';
  document.getElementById('decide-what').textContent = discards
    ? `Nothing more will be done about ${what}. It stays on record with your name.`
    : `Puts ${what} back onto the channel, exactly as it came. Should it fail again, it comes back here.`;
  document.getElementById('decide-yes').textContent = discards ? 'Discard' : 'Replay';
  form.elements.by.value = name();
  form.elements.why.value = '';
  form.elements.why.required = discards;
  form.onsubmit = async (event) => {
    event.preventDefault();
    const said = { by: form.elements.by.value.trim(), ...(form.elements.why.value.trim() && { why: form.elements.why.value.trim() }) };
    remember(said.by);
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
  form.elements[form.elements.by.value ? 'why' : 'by'].focus();
}

document.getElementById('decide-no').addEventListener('click', () => dialog.close());

/** Hostile text as it may be read: what steers a terminal or turns the direction of writing is shown by its number. */
function plain(text) {
  return String(text).replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, (c) => (c === '\n' || c === '\t' ? c : `⟨${c.codePointAt(0).toString(16)}⟩`));
}

function visible({ value, excerpt, encoding }) {
  const text = value ?? excerpt;
  if (encoding === 'omitted') return 'Too large to be carried twice; it stands at its place on the channel.';
  if (text === null) return 'It has no value.';
  const shown = text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)} … (${text.length} characters)` : text;
  return encoding === 'base64' ? `Bytes that are no text, in base64: ${shown}` : plain(shown);
}
