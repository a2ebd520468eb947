// Who is signed in: the menu closes as menus do, and a page that lost its session says so.

import { el } from './dom.js';
import { t } from './words.js';

const ASK = 60_000;
const me = document.getElementById('me');
const menu = me.querySelector('details');

if (menu) {
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  setInterval(look, ASK);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
}

async function look() {
  if (document.hidden || document.getElementById('signed-out')) return;
  const response = await fetch('/api/me', { headers: { Accept: 'application/json' } }).catch(() => null);
  const role = response?.ok ? (await response.json()).role : null;
  if (response?.status !== 401 && (role === null || role === me.dataset.role)) return;
  const next = encodeURIComponent(location.pathname + location.search);
  document.getElementById('main').prepend(el('p', { class: 'notice bad', id: 'signed-out', role: 'alert' },
    `${t(role === null ? 'common.signedOut' : 'common.mayChanged')} `, el('a', { href: `/login?next=${next}` }, t('common.signIn'))));
}
