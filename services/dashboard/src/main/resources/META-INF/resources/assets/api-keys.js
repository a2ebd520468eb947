// The keys of machines.

import { api } from './api.js';
import { el } from './dom.js';
import { roster, time } from './roster.js';
import { showOnce } from './secret.js';
import { keepTelling } from './time.js';
import { t } from './words.js';

const act = roster('/keys', row, {
  body: (form) => ({ name: form.get('name'), role: form.get('role'), days: Number(form.get('days')) }),
  show: (made) => showOnce(t('access.keyOnce'), t('access.keyAbout', made.name), made.key),
});

function row(key) {
  const revoke = el('button', { type: 'button', class: 'danger', 'aria-label': t('access.revokeOf', key.name) }, t('access.revoke'));
  revoke.addEventListener('click', () => {
    // the second click does it
    if (revoke.dataset.sure) {
      act(() => api('DELETE', `/keys/${encodeURIComponent(key.id)}`));
    } else {
      revoke.dataset.sure = 'yes';
      revoke.textContent = t('access.revokeSure');
    }
  });
  revoke.addEventListener('blur', () => {
    delete revoke.dataset.sure;
    revoke.textContent = t('access.revoke');
  });
  return el('tr', { class: key.expired ? 'off' : null, 'data-key': key.id },
    el('th', { scope: 'row' }, el('span', { dir: 'auto' }, key.name), el('br'), el('span', { class: 'address' }, `tocsin_${key.id}_…`)),
    el('td', { 'data-label': t('access.may') }, t(`access.may.${key.role}`)),
    el('td', { 'data-label': t('access.made') }, time(key.createdAt), ` ${t('access.madeBy', key.createdBy)}`),
    el('td', { 'data-label': t('access.ends') }, key.expired ? t('access.ended') : time(key.expiresAt, t('access.never'))),
    el('td', { 'data-label': t('access.lastUsed') }, time(key.usedAt, t('access.never')), key.usedFrom ? [el('br'), el('span', { class: 'address' }, key.usedFrom)] : null),
    el('td', {}, el('div', { class: 'acts-row' }, revoke)));
}

keepTelling();
