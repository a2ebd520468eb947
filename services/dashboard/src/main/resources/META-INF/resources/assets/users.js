// The users: roles, invitations, and who is shut out.

import { api } from './api.js';
import { el } from './dom.js';
import { roster, time } from './roster.js';
import { showOnce } from './secret.js';
import { keepTelling } from './time.js';
import { toast } from './toast.js';

const ROLES = ['viewer', 'analyst', 'admin'];
const path = (user) => `/users/${encodeURIComponent(user.id)}`;

function invited({ user, code, until }) {
  return showOnce('A code, shown this once', `Give it to ${user}: opened within ${Math.round((Date.parse(until) - Date.now()) / 3_600_000)} hours, this address lets them choose a password.`,
    `${location.origin}/welcome#${code}`);
}

const act = roster('/users', row, {
  body: (form) => Object.fromEntries(form),
  show: invited,
});

function row(user) {
  const role = el('select', { 'aria-label': `Role of ${user.name}` }, ...ROLES.map((r) => el('option', { value: r, selected: r === user.role }, r)));
  role.addEventListener('change', () => act(() => api('PATCH', path(user), { role: role.value })));
  const button = (text, work, more = {}) => {
    const made = el('button', { type: 'button', ...more }, text);
    made.addEventListener('click', work);
    return made;
  };
  return el('tr', { class: user.disabled ? 'off' : null, 'data-user': user.id },
    el('th', { scope: 'row' }, el('span', { dir: 'auto' }, user.name), el('br'), el('span', { class: 'address' }, user.id)),
    el('td', { 'data-label': 'Role' }, role),
    el('td', { 'data-label': 'Signs in with' }, user.disabled ? 'nothing: shut out' : user.signsInWith),
    el('td', { 'data-label': 'Last time' }, time(user.signedInAt, 'never')),
    el('td', {}, el('div', { class: 'acts-row' },
      /^(password|nothing yet)$/.test(user.signsInWith) ? button('New code', () => act(async () => invited(await api('POST', `${path(user)}/invitation`)))) : null,
      button(user.disabled ? 'Let in' : 'Shut out', () => act(() => api('PATCH', path(user), { disabled: !user.disabled }))),
      button('Delete', () => remove(user), { class: 'danger' }))));
}

function remove(user) {
  if (!user.disabled) {
    toast(`Shut ${user.name} out first; then nothing is deleted by a slip.`, null, true);
    return;
  }
  act(() => api('DELETE', path(user)));
}

keepTelling();
