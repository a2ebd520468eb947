package dev.tocsin.dashboard.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Keeps passwords as argon2id (RFC 9106) in the PHC string format. 9 MiB and four passes are one of the measures that
 * OWASP holds to be equal; the least memory that does is best here, where a login shares a small heap with live readers.
 */
public final class Passwords {
    private static final int KIBIBYTES = 9_216;
    private static final int PASSES = 4;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    /** What a stored measure may ask for, so that a damaged document cannot take the heap. */
    private static final int MOST_KIBIBYTES = 65_536;

    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{16,90})");

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Compared with where an account does not exist, so that the answer takes as long. */
    private static final String NOBODYS = hash("nobody's");

    private Passwords() {}

    /** What is kept of a password. */
    public static String hash(String password) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        KIBIBYTES,
                        PASSES,
                        LANES,
                        encoder.encodeToString(salt),
                        encoder.encodeToString(derive(password, salt, KIBIBYTES, PASSES, LANES, LENGTH)));
    }

    /** Whether a password is the one that was kept; false for what was kept in another form. */
    public static boolean match(String password, String kept) {
        var parts = PHC.matcher(kept);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) > MOST_KIBIBYTES) {
            return false;
        }
        var decoder = Base64.getDecoder();
        var hash = decoder.decode(parts.group(5));
        var derived = derive(
                password,
                decoder.decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                hash.length);
        return MessageDigest.isEqual(hash, derived);
    }

    /** Takes as long as {@link #match} and finds nothing. */
    public static void matchNobody(String password) {
        match(password, NOBODYS);
    }

    private static byte[] derive(String password, byte[] salt, int kibibytes, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var derived = new byte[length];
        // one password, however a keyboard composes its letters
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), derived);
        return derived;
    }
}
