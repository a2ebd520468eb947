// The users: roles, invitations, and who is shut out.

import { api } from './api.js';
import { el } from './dom.js';
import { roster, time } from './roster.js';
import { showOnce } from './secret.js';
import { keepTelling } from './time.js';
import { toast } from './toast.js';
import { knows, t } from './words.js';

const ROLES = ['viewer', 'analyst', 'admin'];
const path = (user) => `/users/${encodeURIComponent(user.id)}`;

function invited({ user, code, until }) {
  return showOnce(t('access.codeOnce'), t('access.codeAbout', Math.round((Date.parse(until) - Date.now()) / 3_600_000), user),
    `${location.origin}/welcome#${code}`);
}

const act = roster('/users', row, {
  body: (form) => Object.fromEntries(form),
  show: invited,
});

function row(user) {
  const role = el('select', { 'aria-label': t('access.roleOf', user.name) }, ...ROLES.map((r) => el('option', { value: r, selected: r === user.role }, t(`common.role.${r}`))));
  role.addEventListener('change', () => act(() => api('PATCH', path(user), { role: role.value })));
  const button = (text, work, more = {}) => {
    const made = el('button', { type: 'button', ...more }, text);
    made.addEventListener('click', work);
    return made;
  };
  return el('tr', { class: user.disabled ? 'off' : null, 'data-user': user.id },
    el('th', { scope: 'row' }, el('span', { dir: 'auto' }, user.name), el('br'), el('span', { class: 'address' }, user.id)),
    el('td', { 'data-label': t('access.role') }, role),
    el('td', { 'data-label': t('access.signsInWith') }, user.disabled ? t('access.shut') : knows(`access.by.${user.signsInWith}`) ? t(`access.by.${user.signsInWith}`) : user.signsInWith),
    el('td', { 'data-label': t('access.lastTime') }, time(user.signedInAt, t('access.never'))),
    el('td', {}, el('div', { class: 'acts-row' },
      /^(password|nothing yet)$/.test(user.signsInWith) ? button(t('access.newCode'), () => act(async () => invited(await api('POST', `${path(user)}/invitation`)))) : null,
      button(t(user.disabled ? 'access.letIn' : 'access.shutOut'), () => act(() => api('PATCH', path(user), { disabled: !user.disabled }))),
      button(t('access.delete'), () => remove(user), { class: 'danger' }))));
}

function remove(user) {
  if (!user.disabled) {
    toast(t('access.shutFirst', user.name), null, true);
    return;
  }
  act(() => api('DELETE', path(user)));
}

keepTelling();
