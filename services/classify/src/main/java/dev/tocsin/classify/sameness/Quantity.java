package dev.tocsin.classify.sameness;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What a figure amounts to, the word behind it taken in: 2.3 million is 2300000. */
final class Quantity {
    private static final Map<String, BigDecimal> SCALES = Map.of(
            "thousand", BigDecimal.valueOf(1_000),
            "ten-thousand", BigDecimal.valueOf(10_000),
            "million", BigDecimal.valueOf(1_000_000),
            "hundred-million", BigDecimal.valueOf(100_000_000),
            "billion", BigDecimal.valueOf(1_000_000_000),
            "trillion", BigDecimal.valueOf(1_000_000_000_000L));

    /** Smaller whole figures stand in any text, as often in words as in digits. */
    private static final BigDecimal LEAST = BigDecimal.TEN;

    private Quantity() {}

    /**
     * The amount without needless zeros.
     *
     * @param form digits with or without a point
     * @param scale the notion of the word behind it, such as {@code million}; any other changes nothing
     */
    static Optional<String> of(String form, String scale) {
        var factor = SCALES.get(scale);
        var amount = new BigDecimal(form);
        if (factor != null) {
            amount = amount.multiply(factor);
        }
        boolean tells =
                amount.compareTo(LEAST) >= 0 || amount.stripTrailingZeros().scale() > 0;
        return tells ? Optional.of(amount.stripTrailingZeros().toPlainString()) : Optional.empty();
    }
}
