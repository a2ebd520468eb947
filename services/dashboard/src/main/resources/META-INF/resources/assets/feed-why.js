// Why a feed is not as it should be, in the reader's language. What the service says of it is English and may tell more.

import { knows, language, t } from './words.js';

/** {text, lang} of a feed or a preview that has a reason. */
export function why({ reason, reasonCode }) {
  const status = /^http-(\d+)$/.exec(reasonCode ?? '')?.[1];
  const code = status ? 'http' : reasonCode;
  if (language === 'en' || !code || !knows(`feeds.why.${code}`)) return { text: reason, lang: 'en' };
  return { text: t(`feeds.why.${code}`, status), lang: language };
}
