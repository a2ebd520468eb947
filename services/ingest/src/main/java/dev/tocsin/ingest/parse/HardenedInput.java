package dev.tocsin.ingest.parse;

import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import java.util.Locale;

/**
 * ROME's reader, which refuses DTDs (no XXE, no billion laughs), with a limit on nesting besides: what reads its tree
 * afterwards is recursive.
 */
final class HardenedInput extends WireFeedInput {
    private static final String MAX_DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    private static final String DEEPEST = "256";

    HardenedInput() {
        super(false, Locale.ROOT);
    }

    @Override
    protected SAXBuilder createSAXBuilder() {
        var builder = super.createSAXBuilder();
        builder.setProperty(MAX_DEPTH, DEEPEST);
        return builder;
    }
}
