package dev.tocsin.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All the figures of one kind and scope in a story, in the order they were told; conflicts stand side by side. */
public record LedgerLine(String kind, String scope, List<Entry> entries) {
    public LedgerLine {
        Checks.required(kind, "ledger.kind");
        Checks.required(scope, "ledger.scope");
        entries = Checks.list(entries);
    }

    /**
     * One figure, as one speaker says it, however often it is repeated.
     *
     * @param saidBy who stands behind the figure, for people; null where the reporting source alone does
     * @param reportedBy id of the source that told it first
     * @param state {@code reported}, {@code rumour}, {@code official}, {@code denied}, {@code retracted},
     *     {@code superseded} or {@code repeated-after-retraction}
     * @param at event time of the article that told it first
     * @param quote the words it rests on there
     * @param article id of that article
     * @param speaker who stands behind it, the same in all languages: {@code office:} and an office, {@code actor:} and
     *     an actor's id, or {@code name:} and the folded words of the text; null as {@code saidBy}
     * @param asOf the day it is true of, where a text says
     * @param part true where it is told as a part of another figure
     * @param ended why it no longer stands; null while it does
     * @param repeats the other origins that tell the same of the same speaker, each once, in order; at most 20
     */
    public record Entry(
            @Nullable Long low,
            @Nullable Long high,
            @Nullable String saidBy,
            String reportedBy,
            String state,
            Instant at,
            String quote,
            String article,
            @Nullable String speaker,
            @Nullable LocalDate asOf,
            boolean part,
            @Nullable Ended ended,
            List<Repeat> repeats) {
        public Entry {
            Checks.required(reportedBy, "ledger.entries.reportedBy");
            Checks.required(state, "ledger.entries.state");
            Checks.required(at, "ledger.entries.at");
            Checks.present(quote, "ledger.entries.quote");
            Checks.required(article, "ledger.entries.article");
            repeats = Checks.list(repeats);
        }
    }

    /**
     * Why a figure no longer stands.
     *
     * @param reason {@code newer}: its speaker gave another; {@code taken-back}: its own side withdrew it;
     *     {@code denied}: somebody else denies it; {@code dropped}: its publisher's edit left it out; {@code vanished}: its
     *     page is gone
     * @param by who did that, for people; null where nobody is named
     * @param at event time of the article that tells it
     * @param article id of that article
     */
    public record Ended(String reason, @Nullable String by, Instant at, String article) {
        public Ended {
            Checks.required(reason, "ledger.entries.ended.reason");
            Checks.required(at, "ledger.entries.ended.at");
            Checks.required(article, "ledger.entries.ended.article");
        }
    }

    /**
     * Another origin that tells the same figure.
     *
     * @param origin id of the origin's source
     * @param article id of its first article that does
     */
    public record Repeat(String origin, Instant at, String article) {
        public Repeat {
            Checks.required(origin, "ledger.entries.repeats.origin");
            Checks.required(at, "ledger.entries.repeats.at");
            Checks.required(article, "ledger.entries.repeats.article");
        }
    }
}
