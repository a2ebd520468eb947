package dev.tocsin.archive.index;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * How well a word fits an article: BM25 (Robertson et al., TREC-3, 1994) without what it knows of the whole collection. How rare a word
 * is comes as its weight from outside, so that a search that goes on ranks as it began, while articles arrive.
 */
final class Saturation extends Similarity {
    private static final float K1 = 1.2f;
    private static final float B = 0.6f;
    /** Words of a usual article; a constant, for the reason above. */
    private static final float USUAL_LENGTH = 400;

    @Override
    public long computeNorm(FieldInvertState state) {
        return SmallFloat.intToByte4(Math.max(1, state.getLength() - state.getNumOverlap()));
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        return new SimScorer() {
            @Override
            public float score(float frequency, long norm) {
                float length = SmallFloat.byte4ToInt((byte) norm);
                return boost * frequency / (frequency + K1 * (1 - B + B * length / USUAL_LENGTH));
            }
        };
    }
}
