// Ages and exact times in the reader's own zone and language.

import { locale, t } from './words.js';

const EXACT = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' });
const DAY = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const CLOCK = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const MINUTE = 60_000;
const REFRESH = 15_000;

/** How far off a time is: "just now", "2 min ago", "in 3 h"; beyond a day, the day. */
export function ago(iso, now = Date.now()) {
  const age = now - Date.parse(iso);
  const minutes = Math.floor(Math.abs(age) / MINUTE);
  if (minutes >= 24 * 60) return DAY.format(new Date(iso));
  if (minutes < 1) return t('common.justNow');
  const hours = Math.floor(minutes / 60);
  if (age > 0) return hours ? t('common.hoursAgo', hours) : t('common.minutesAgo', minutes);
  return hours ? t('common.inHours', hours) : t('common.inMinutes', minutes);
}

export function exact(iso) {
  return EXACT.format(new Date(iso));
}

/** Hours and minutes alone. */
export function clock(date) {
  return CLOCK.format(date);
}

/** Puts words on every <time datetime> below a node; one with a title of its own keeps it. */
export function tell(root = document) {
  for (const time of root.querySelectorAll('time[datetime]')) {
    const iso = time.dateTime;
    if (!iso) continue;
    const text = 'exact' in time.dataset ? exact(iso) : ago(iso);
    if (time.textContent !== text) time.textContent = text;
    if (!time.title) time.title = exact(iso);
  }
}

/** Tells the times now, and keeps them true. */
export function keepTelling() {
  tell();
  setInterval(() => tell(), REFRESH);
}
