package dev.tocsin.alerts;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Verdict;

/** What reaches a topic's stories, in one order: articles and verdicts share a channel, and so their partition. */
sealed interface Intake {
    /** An article in one of its topics. */
    record Article(ClassifiedArticle article) implements Intake {}

    /** An analyst's decision. */
    record Decision(Verdict verdict) implements Intake {}
}
