package dev.tocsin.archive;

import org.bson.RawBsonDocument;

/** A document ready to be written, with the version that decides whether it is. */
record Versioned(long version, RawBsonDocument document) {
    /** The one of the higher version; this one where they are equal. */
    Versioned higher(Versioned later) {
        return later.version > version ? later : this;
    }

    /** The one of the higher version; the later one where they are equal. */
    Versioned latest(Versioned later) {
        return later.version >= version ? later : this;
    }
}
