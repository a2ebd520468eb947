package dev.tocsin.ingest.charset;

import java.util.List;

/**
 * The text that bytes are, and how that was decided.
 *
 * @param text without byte order mark; U+FFFD stands where bytes meant nothing
 * @param encoding by its usual name, in lower case
 * @param forgiven stable codes of what was wrong: {@code wrong-encoding}, {@code unknown-encoding}, {@code
 *     no-encoding}, {@code bad-bytes}
 */
public record DecodedText(String text, String encoding, Evidence evidence, List<String> forgiven) {}
