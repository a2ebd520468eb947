package dev.tocsin.ingest.charset;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Encodings that feeds of Central Asia and the North use and the JDK lacks, each as what differs from one it has. */
final class MissingEncodings {
    private static final Map<String, Encoding> KNOWN = Map.of(
            "kz1048", encoding("kz1048", "windows-1251", "8DҚ8EҺ9Dқ9EһA1ҰA2ұA3ӘA5ӨAAҒAFҮB4өBAғBCәBDҢBEңBFү"),
            "ptcp154",
                    encoding(
                            "ptcp154",
                            "windows-1251",
                            "80Җ81Ғ82Ӯ83ғ86Ҷ87Ү88Ҳ89ү8AҠ8BӢ8CҢ8DҚ8EҺ8FҸ90җ98ҳ99ҷ9Aҡ9Bӣ9Cң9Dқ9Eһ9Fҹ"
                                    + "A1ЎA2ўA3ЈA4ӨA5ҘA6ҰAAӘADӯAFҜB1ұB4ҙB5өBAәBDҪBEҫBFҝ"),
            "koi8-t",
                    encoding(
                            "koi8-t",
                            "KOI8-R",
                            "80қ81ғ82‚83Ғ84„85…86†87‡89‰8Aҳ8B‹8CҲ8Dҷ8EҶ90Қ91‘92’93“94”95•96–97—99™9B›"
                                    + "A1ӯA2ӮA5ӣA7§AB«B0°B1±B2²B5ӢB6¶B7·B9№BB»"),
            "iso-8859-10",
                    encoding(
                            "iso-8859-10",
                            "ISO-8859-1",
                            "A1ĄA2ĒA3ĢA4ĪA5ĨA6ĶA8ĻA9ĐAAŠABŦACŽAEŪAFŊB1ąB2ēB3ģB4īB5ĩB6ķB8ļB9đBAšBBŧBCžBD―BEūBFŋ"
                                    + "C0ĀC7ĮC8ČCAĘCCĖD1ŅD2ŌD7ŨD9ŲE0āE7įE8čEAęECėF1ņF2ōF7ũF9ųFFĸ"),
            "iso-8859-14",
                    encoding(
                            "iso-8859-14",
                            "ISO-8859-1",
                            "A1ḂA2ḃA4ĊA5ċA6ḊA8ẀAAẂABḋACỲAFŸB0ḞB1ḟB2ĠB3ġB4ṀB5ṁB7ṖB8ẁB9ṗBAẃBBṠBCỳBDẄBEẅBFṡ"
                                    + "D0ŴD7ṪDEŶF0ŵF7ṫFEŷ"));

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("kz-1048", "kz1048"),
            Map.entry("rk1048", "kz1048"),
            Map.entry("strk1048-2002", "kz1048"),
            Map.entry("pt154", "ptcp154"),
            Map.entry("cp154", "ptcp154"),
            Map.entry("cyrillic-asian", "ptcp154"),
            Map.entry("iso8859-10", "iso-8859-10"),
            Map.entry("latin6", "iso-8859-10"),
            Map.entry("iso8859-14", "iso-8859-14"),
            Map.entry("latin8", "iso-8859-14"),
            Map.entry("l6", "iso-8859-10"),
            Map.entry("csisolatin6", "iso-8859-10"),
            Map.entry("iso-ir-157", "iso-8859-10"),
            Map.entry("iso-8859-10-1992", "iso-8859-10"),
            Map.entry("l8", "iso-8859-14"),
            Map.entry("iso-8859-14-1998", "iso-8859-14"),
            Map.entry("iso-ir-199", "iso-8859-14"));

    private MissingEncodings() {}

    static Optional<Encoding> of(String lowerCaseName) {
        return Optional.ofNullable(found(lowerCaseName));
    }

    private static @Nullable Encoding found(String name) {
        return KNOWN.get(ALIASES.getOrDefault(name, name));
    }

    /** @param differences the byte as two hexadecimal digits, then its character, in turn */
    private static Encoding encoding(String name, String like, String differences) {
        var overrides = new char[128];
        for (int i = 0; i < differences.length(); i += 3) {
            overrides[Integer.parseInt(differences, i, i + 2, 16) - 0x80] = differences.charAt(i + 2);
        }
        return new Encoding(name, Charset.forName(like), overrides);
    }
}
