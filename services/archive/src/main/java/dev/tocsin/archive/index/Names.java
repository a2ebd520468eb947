package dev.tocsin.archive.index;

/** The fields of the index. Values of fields without words are in small letters. */
final class Names {
    static final String ID = "id";
    static final String AT = "at";
    static final String REVISION = "revision";
    /** Title, text and known names behind one another, in all forms. */
    static final String TEXT = "text";

    static final String TITLE = "title";
    static final String ACTOR = "actor";
    static final String ACTOR_ID = "actor.id";
    static final String PLACE = "place";
    static final String PLACE_ID = "place.id";
    static final String LANGUAGE = "language";
    static final String TOPIC = "topic";
    static final String SOURCE = "source";
    static final String SOURCE_NAME = "source.name";
    static final String COUNTRY = "country";
    static final String RELIABILITY = "reliability";

    private Names() {}
}
