// What changed, in the reader's language where the alert's fields say enough; else in its own English words. Story pages have
// the same from the server (ChangeWords).

import { el } from './dom.js';
import { knows, language, nameOf, number, stateName, t } from './words.js';

/** One change as text: what is new stands in bold. */
export function changeText(change) {
  const said = language === 'en' ? null : translated(change);
  return said ? el('b', {}, said) : el('b', { lang: 'en', dir: 'ltr' }, change.text);
}

function translated(change) {
  const { kind, text, before, after, detail } = change;
  switch (kind) {
    case 'articles':
    case 'muted':
    case 'more':
      return after === null ? null : t(`story.change.${kind}`, Number(after), Number(before ?? 0));
    case 'new-origin':
      return t('story.change.new-origin', Number(after), tail(text));
    case 'new-story':
      return t('story.change.new-story', text.replace(/^new story, first seen at /, ''));
    case 'new-language':
      return t('story.change.new-language', added(before, after).map((tag) => nameOf('language', tag)).join(', '));
    case 'severity':
      return t('story.change.severity', t(`story.severity.${before}`), t(`story.severity.${after}`));
    case 'merged':
      return t('story.change.merged', tail(text));
    case 'phase':
    case 'burst-names':
      return t(`story.change.${kind}`, after ?? '');
    case 'burst-over':
      return t('story.change.burst-over', before ?? '');
    case 'silence':
      return t('story.change.silence', after ?? '', before ?? '');
    case 'cause':
      return knows(`story.change.cause.${after}`) ? t(`story.change.cause.${after}`) : null;
    case 'figure':
    case 'figure-ended':
    case 'figure-repeated':
    case 'reaction':
    case 'burst':
      return detail ? told[kind](change, detail) : null;
    default:
      return knows(`story.change.${kind}`) ? t(`story.change.${kind}`) : null;
  }
}

/** Those that only their detail says enough of. */
const told = {
  figure({ before, after }, { what, who, how, against }) {
    const sentence = how === 'official' || how === 'part' ? t(`story.change.figure.${how}`, counted(what), amount(after), who)
      : before ? t('story.change.figure.rose', counted(what), amount(before), amount(after), who)
        : t('story.change.figure.told', counted(what), amount(after), who);
    return against ? t('story.change.figure.against', sentence, amount(against)) : sentence;
  },
  'figure-ended'({ before }, { what, who, how }) {
    const key = who && knows(`story.change.figure-ended.${how}`) ? how : 'nobody';
    return t(`story.change.figure-ended.${key}`, counted(what), amount(before), who ?? '');
  },
  'figure-repeated': ({ after }, { what, who }) => t('story.change.figure-repeated', counted(what), amount(after), who),
  reaction({ before, after }, { what, who }) {
    const stances = `${stateName(who ?? '')}: ${before ? `${named('stance', before)} → ` : ''}${named('stance', after)}`;
    return what ? t('story.change.reaction.towards', stances, stateName(what)) : stances;
  },
  burst: ({ before, after }, { how }) => t(how === 'grown' ? 'story.change.burst.grown' : 'story.change.burst', Number(after), before),
};

function counted(what) {
  const [kind, scope] = (what ?? '').split('/');
  return scope ? `${named('kind', kind)}, ${named('scope', scope)}` : named('kind', kind);
}

function named(of, value) {
  return knows(`story.${of}.${value}`) ? t(`story.${of}.${value}`) : value.replaceAll('-', ' ');
}

/** "at least 1,000", "up to 50", "12 to 15", "a number": the words of the alert's figures. */
function amount(text) {
  const [, bound, low, high] = /^(at least |up to )?([\d,]+)(?: to ([\d,]+))?$/.exec(text ?? '') ?? [];
  if (!low) return t('story.number.some');
  const written = (digits) => Number(digits.replaceAll(',', ''));
  if (high) return t('story.number.range', written(low), written(high));
  if (!bound) return number(written(low));
  return t(bound === 'up to ' ? 'story.number.upTo' : 'story.number.atLeast', written(low));
}

function tail(text) {
  return text.slice(text.indexOf(': ') + 2);
}

function added(before, after) {
  const known = new Set((before ?? '').split(', '));
  return (after ?? '').split(', ').filter((tag) => tag && !known.has(tag));
}
