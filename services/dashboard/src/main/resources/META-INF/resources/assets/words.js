// The words of this page in the reader's language. The page carries them, so that nothing is fetched and nothing flickers.

const texts = JSON.parse(document.getElementById('words')?.textContent || '{}');

/** The interface's language. */
export const language = document.documentElement.lang || 'en';

/** Its locale for dates and numbers: the browser's own region where that speaks the language. */
export const locale = (navigator.languages ?? []).find((tag) => tag.split('-')[0] === language) ?? language;

const rules = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(locale);
const names = new Map();
const states = new Map();
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * A text: t('board.articleCount', 3). The first value chooses the form of the plural; numbers are written as the reader does.
 * A key that is not there shows itself.
 */
export function t(key, ...values) {
  const at = key.indexOf('.');
  const found = texts[key.slice(0, at)]?.[key.slice(at + 1)];
  const text = typeof found === 'object' ? found[rules.select(Number(values[0]) || 0)] ?? found.other : found;
  if (text === undefined) return key;
  return text.replace(/\{(\d)\}/g, (hole, i) => (i < values.length ? shown(values[i]) : hole));
}

/** A text with elements in the places of its values, as children for an element. */
export function around(key, ...nodes) {
  return t(key).split(/\{(\d)\}/).map((part, i) => (i % 2 ? nodes[part] : part));
}

/** Whether there is a text for a key. */
export function knows(key) {
  const at = key.indexOf('.');
  return texts[key.slice(0, at)]?.[key.slice(at + 1)] !== undefined;
}

export function number(value) {
  return numbers.format(value);
}

/** A number with so many places, as the reader writes it. */
export function decimal(value, places) {
  return value.toLocaleString(locale, { minimumFractionDigits: places, maximumFractionDigits: places }).replace('-', '−');
}

/** What the reader calls a language ('language') or a country ('region'); the code itself where nobody knows. */
export function nameOf(type, code) {
  try {
    if (!names.has(type)) names.set(type, new Intl.DisplayNames([locale, language], { type }));
    return names.get(type).of(code);
  } catch {
    return code;
  }
}

/** What the reader calls a state that is told by its English name; any other name as it is. */
export function stateName(english) {
  if (language === 'en') return english;
  if (!states.size) {
    const spoken = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    for (const a of LETTERS) {
      for (const b of LETTERS) {
        const name = spoken.of(a + b);
        if (name && !states.has(name)) states.set(name, a + b);
      }
    }
  }
  return states.has(english) ? nameOf('region', states.get(english)) : english;
}

/** What the reader calls a place; pages in English do not carry the places' names, because messages tell these. */
export function placeName({ id, name }) {
  return knows(`places.${id}`) ? t(`places.${id}`) : stateName(name);
}

function shown(value) {
  return typeof value === 'number' ? numbers.format(value) : value;
}
