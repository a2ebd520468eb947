package dev.tocsin.classify.reactions;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in a sentence who may take a stance.
 *
 * @param name the English name; a person's or an agency's with the state or organisation it speaks for in brackets
 * @param side whom it speaks for: a country code, or an id
 * @param country the side, where that is a state
 * @param head first word of what belongs to the name, such as titles
 * @param first first word of the name
 * @param last last word of the name
 * @param object whether it is spoken of, to or about
 * @param forces whether it is a state's forces, which can only be sent
 * @param owner whether something of its own is named, such as a war or a plan, which is not the one who acts
 */
record Holder(
        String name,
        String side,
        @Nullable String country,
        boolean person,
        int head,
        int first,
        int last,
        boolean object,
        boolean forces,
        boolean owner) {
    Holder asObject() {
        return new Holder(name, side, country, person, head, first, last, true, forces, owner);
    }
}
