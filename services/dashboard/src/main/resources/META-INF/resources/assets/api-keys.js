// The keys of machines.

import { api } from './api.js';
import { el } from './dom.js';
import { roster, time } from './roster.js';
import { showOnce } from './secret.js';
import { keepTelling } from './time.js';

const MAY = { pusher: 'push articles', viewer: 'read', analyst: 'read and decide', admin: 'everything' };

const act = roster('/keys', row, {
  body: (form) => ({ name: form.get('name'), role: form.get('role'), days: Number(form.get('days')) }),
  show: (made) => showOnce('A key, shown this once', `It is for ${made.name}. Only its hash is kept, so copy it now.`, made.key),
});

function row(key) {
  const revoke = el('button', { type: 'button', class: 'danger', 'aria-label': `Revoke ${key.name}` }, 'Revoke');
  revoke.addEventListener('click', () => {
    // the second click does it
    if (revoke.dataset.sure) {
      act(() => api('DELETE', `/keys/${encodeURIComponent(key.id)}`));
    } else {
      revoke.dataset.sure = 'yes';
      revoke.textContent = 'Really revoke';
    }
  });
  revoke.addEventListener('blur', () => {
    delete revoke.dataset.sure;
    revoke.textContent = 'Revoke';
  });
  return el('tr', { class: key.expired ? 'off' : null, 'data-key': key.id },
    el('th', { scope: 'row' }, el('span', { dir: 'auto' }, key.name), el('br'), el('span', { class: 'address' }, `tocsin_${key.id}_…`)),
    el('td', { 'data-label': 'May' }, MAY[key.role] ?? key.role),
    el('td', { 'data-label': 'Made' }, time(key.createdAt), ` by ${key.createdBy}`),
    el('td', { 'data-label': 'Ends' }, key.expired ? 'has ended' : time(key.expiresAt, 'never')),
    el('td', { 'data-label': 'Last used' }, time(key.usedAt, 'never'), key.usedFrom ? [el('br'), el('span', { class: 'address' }, key.usedFrom)] : null),
    el('td', {}, el('div', { class: 'acts-row' }, revoke)));
}

keepTelling();
