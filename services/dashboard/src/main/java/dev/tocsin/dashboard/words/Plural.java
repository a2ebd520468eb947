package dev.tocsin.dashboard.words;

/** Which form of a noun goes with a whole number, by the plural rules of CLDR; the scripts' is {@code Intl.PluralRules}. */
enum Plural {
    ONE,
    FEW,
    MANY,
    OTHER;

    static Plural of(Language language, long number) {
        long n = Math.abs(number);
        return switch (language) {
            case ENGLISH -> n == 1 ? ONE : OTHER;
            case ITALIAN -> n == 1 ? ONE : n != 0 && n % 1_000_000 == 0 ? MANY : OTHER;
            case RUSSIAN -> russian(n);
        };
    }

    private static Plural russian(long n) {
        long last = n % 10;
        long lastTwo = n % 100;
        if (last == 1 && lastTwo != 11) {
            return ONE;
        }
        return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? FEW : MANY;
    }
}
