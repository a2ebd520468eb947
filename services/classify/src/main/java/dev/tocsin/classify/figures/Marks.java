package dev.tocsin.classify.figures;

/** What a word does in a sentence that counts people; the words themselves are in each language's file, under these names. */
enum Marks {
    // whom a number counts
    PERSON,
    /** No more than a person, so that an article counts: <i>una</i> persona. */
    ANYONE,
    SECURITY,
    TROOPS,
    CIVILIANS,
    PROTESTERS,
    CHILDREN,
    /** No people: days, houses, attacks. */
    THING,
    /** After a number, that it is an age: yaşındaki. */
    AGE,
    // how much
    AT_LEAST,
    AT_MOST,
    ABOUT,
    /** After the number: "or more". */
    OR_MORE,
    /** Before a scale, "at least two": several hundred. */
    SEVERAL,
    // how a number is put together
    BETWEEN,
    TO,
    AND,
    OF,
    // how words hang together
    INCLUDING,
    RELATIVE,
    BARRIER,
    PREPOSITION,
    AGENT,
    FILLER,
    AUXILIARY,
    ARTICLE,
    REACHED,
    NOT,
    AIM,
    /** A body suffers figures: "the police lost 12". */
    SUFFERED,
    /** Whom all figures of the clause count: "18 dead among the police". */
    AMONG,
    // who says so, and how sure
    ACCORDING,
    /** After the source: Bakanlığa <i>göre</i>. */
    ACCORDING_AFTER,
    SAYS,
    /** At a sentence's beginning: it tells who has said what stands before. */
    THIS,
    AUTHORITY,
    /** A state, or its capital: it speaks as its government does. */
    STATE,
    SOURCE,
    DENIES,
    /** Of a figure before it: was retracted. */
    RETRACTED,
    /** Of a figure that was said before: earlier, initially. */
    SUPERSEDED,
    /** A figure takes the place of another: revised, later. */
    CORRECTS,
    RUMOUR,
    DISEASE,
    /** Before a number that names a thing: No. 5, flight 12. */
    NAMED
}
