// Colours and language, kept in cookies so that the next page comes in them at once.

import './popover.js';

const YEAR = 365 * 24 * 3600;

function keep(name, value) {
  document.cookie = `tocsin-${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax`;
}

document.getElementById('prefs')?.addEventListener('change', (event) => {
  const { name, value } = event.target;
  if (name === 'theme') {
    keep(name, value);
    document.documentElement.dataset.theme = value;
    document.querySelector('meta[name=color-scheme]').content = value === 'system' ? 'light dark' : value;
  } else if (name === 'language') {
    keep(name, value);
    location.reload();
  }
});
