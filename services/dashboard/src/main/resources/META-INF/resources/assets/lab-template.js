// What a new topic begins with: a small pack that holds, to be written over.

export function template(id) {
  return `id: ${id}
version: 1
name: {en: ${JSON.stringify(id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' '))}}
# what belongs, and what does not although it looks so
description: Say in one sentence what belongs.
threshold: 0.5
titleBoost: 1.5
signals:
  - id: what
    weight: 0.5
    terms:
      en: [flood, '"burst its banks"']
      it: [alluvione]
  - id: figure-of-speech
    weight: -0.7
    terms:
      en: ['"flood of letters"']
examples:
  match:
    - {language: en, title: The river burst its banks, text: The flood reached the town.}
  reject:
    - {language: en, text: The editor received a flood of letters.}
`;
}
