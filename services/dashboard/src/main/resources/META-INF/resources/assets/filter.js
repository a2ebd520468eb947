// What the board is narrowed to. The page's address says it, so that a view can be kept, sent and gone back to.

const LISTS = ['severity', 'status', 'lang', 'place', 'topics'];
const WORDS = ['lane', 'origins', 'order', 'q'];
const MOST = 400;

/** Empty is anything. words and narrows follow from the rest. */
export const filter = { severity: [], status: [], lang: [], place: [], topics: [], lane: '', origins: '', order: '', q: '', words: [], narrows: false };

export function readAddress(search = location.search) {
  const address = new URLSearchParams(search);
  for (const key of LISTS) filter[key] = (address.get(key) ?? '').split(',').map((s) => s.trim().slice(0, MOST)).filter(Boolean);
  for (const key of WORDS) filter[key] = (address.get(key) ?? '').slice(0, MOST);
  // how this was said before there were lanes
  if (!filter.lane && address.get('new') === '1') filter.lane = 'new';
  settle();
}

export function change(parts) {
  Object.assign(filter, parts);
  settle();
  const search = searchOf();
  history.replaceState(null, '', search || location.pathname);
}

/** The address of what is shown now. Whatever else stands in it (wall, topic) stays. */
export function searchOf() {
  const address = new URLSearchParams(location.search);
  address.delete('new');
  for (const key of LISTS) put(address, key, filter[key].join(','));
  for (const key of WORDS) put(address, key, filter[key]);
  return address.size ? `?${address}` : '';
}

/** How many filters beside lane and order are set. */
export function narrowed() {
  return LISTS.reduce((sum, key) => sum + filter[key].length, 0) + (filter.origins ? 1 : 0);
}

export function widened() {
  return { severity: [], status: [], lang: [], place: [], topics: [], origins: '', q: '' };
}

function settle() {
  filter.words = filter.q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  filter.narrows = narrowed() > 0 || filter.words.length > 0;
}

function put(address, key, value) {
  if (value) address.set(key, value);
  else address.delete(key);
}
