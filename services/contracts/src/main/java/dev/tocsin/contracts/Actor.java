package dev.tocsin.contracts;

/**
 * A person, state, organisation or agency named in a text.
 *
 * @param id the actor's id in the list of actors
 * @param type {@code person}, {@code state}, {@code organisation} or {@code agency}: a house or ministry that speaks for a state,
 *     a news agency
 * @param name its English name
 * @param start first UTF-16 unit in the text
 * @param end one past the last
 */
public record Actor(String id, String type, String name, int start, int end) {
    public Actor {
        Checks.required(id, "actor.id");
        Checks.required(type, "actor.type");
        Checks.required(name, "actor.name");
        Checks.span(start, end);
    }
}
