package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.ledger.Amount;
import dev.tocsin.contracts.LedgerLine;
import java.util.Locale;

/** Figures in words. */
final class Amounts {
    private Amounts() {}

    static Amount of(LedgerLine.Entry entry) {
        return new Amount(entry.low(), entry.high());
    }

    static String words(LedgerLine.Entry entry) {
        var low = entry.low();
        var high = entry.high();
        if (low != null && low.equals(high)) {
            return number(low);
        }
        if (low != null && high != null) {
            return number(low) + " to " + number(high);
        }
        return low != null ? "at least " + number(low) : high != null ? "up to " + number(high) : "a number";
    }

    /** What is counted: "killed, security". */
    static String label(LedgerLine line) {
        return line.scope().equals("unspecified") ? line.kind() : line.kind() + ", " + line.scope();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
