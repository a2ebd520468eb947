package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.TraceParent;

/** An article on its way out, with the trace that it belongs to. */
public record Draft(FetchedArticle article, TraceParent trace) {}
