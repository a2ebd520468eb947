// What changed, in the reader's language where the kind says enough; else in the alert's own English words.

import { el } from './dom.js';
import { knows, language, nameOf, t } from './words.js';

const COUNTED = new Set(['articles', 'muted']);

/** One change as text: what is new stands in bold. */
export function changeText(change) {
  const said = language === 'en' ? null : translated(change);
  return said ? el('b', {}, said) : el('b', { lang: 'en', dir: 'ltr' }, change.text);
}

function translated({ kind, text, before, after }) {
  switch (kind) {
    case 'articles':
    case 'muted':
      return after === null ? null : t(`board.change.${kind}`, Number(after), Number(before ?? 0));
    case 'new-origin':
      return t('board.change.new-origin', Number(after), tail(text));
    case 'new-story':
      return t('board.change.new-story', text.replace(/^new story, first seen at /, ''));
    case 'new-language':
      return t('board.change.new-language', added(before, after).map((tag) => nameOf('language', tag)).join(', '));
    case 'severity':
      return t('board.change.severity', t(`board.${before}`), t(`board.${after}`));
    case 'merged':
      return t('board.change.merged', tail(text));
    default:
      return !COUNTED.has(kind) && knows(`board.change.${kind}`) ? t(`board.change.${kind}`) : null;
  }
}

function tail(text) {
  return text.slice(text.indexOf(': ') + 2);
}

function added(before, after) {
  const known = new Set((before ?? '').split(', '));
  return (after ?? '').split(', ').filter((tag) => tag && !known.has(tag));
}
