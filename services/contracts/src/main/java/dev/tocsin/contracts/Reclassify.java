package dev.tocsin.contracts;

/**
 * On an article that comes out of the archive again: that it is to be met with a topic's pack anew. In the answer on
 * {@code articles-classified} it says by which version that was. Such an article is marked {@code replay} too.
 *
 * @param job which request it belongs to
 * @param topic the one topic whose hit is to be renewed
 * @param version of the pack: in the request the least that is wanted, in the answer the one that was in force; 0 where
 *     the topic was not watched
 * @param exercise whether stories are made from it, as exercises; else from nothing of it
 */
public record Reclassify(String job, String topic, int version, boolean exercise) {
    public Reclassify {
        Checks.required(job, "reclassify.job");
        Checks.required(topic, "reclassify.topic");
        Checks.atLeast(0, version, "reclassify.version");
    }

    /** The answer: by which version it was done. */
    public Reclassify doneBy(int packVersion) {
        return new Reclassify(job, topic, packVersion, exercise);
    }
}
