// The list of topics: which have a draft, and the way to a new one.

import { el } from './dom.js';
import { ask } from './lab-api.js';
import { may } from './roles.js';
import { keepTelling, tell } from './time.js';
import { t } from './words.js';

const byId = (id) => document.getElementById(id);

/** The way to a draft, for those who may go it. */
function edit(topic, text, kind) {
  return may('analyst') ? el('a', { class: kind, href: `/topics/${topic}/edit` }, text) : el('span', { class: kind }, text);
}

async function drafts() {
  const answer = await ask('GET', '/drafts');
  if (!answer.ok) return;
  const unknown = [];
  for (const draft of answer.body.items) {
    const row = document.querySelector(`[data-topic="${CSS.escape(draft.topic)}"] [data-version]`);
    const version = Number(row?.dataset.version) || null;
    if (!row) unknown.push(draft);
    else if (draft.base !== version) row.append(' ', el('span', { class: 'badge' }, draft.base ? t('topics.draftOf', String(draft.base)) : t('topics.draftOfNone')));
    else row.append(' ', edit(draft.topic, t('topics.draft'), 'chip'));
  }
  if (unknown.length) {
    byId('unknown').replaceChildren(el('h2', {}, t('topics.unwatchedDrafts')),
      el('ul', {}, unknown.map((draft) => el('li', {}, edit(draft.topic, draft.topic), ' ', el('time', { datetime: draft.savedAt })))));
    tell(byId('unknown'));
  }
}

byId('new')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const id = byId('new-id').value.trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) {
    byId('new-problem').textContent = t('topics.idRule');
    byId('new-id').setAttribute('aria-invalid', 'true');
    byId('new-id').focus();
    return;
  }
  location.assign(`/topics/${id}/edit`);
});

keepTelling();
drafts().catch(() => {});
