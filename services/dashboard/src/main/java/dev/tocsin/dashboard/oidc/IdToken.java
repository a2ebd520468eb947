package dev.tocsin.dashboard.oidc;

import java.time.Instant;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * Who somebody is, as their provider signed it.
 *
 * @param subject never given to another person by this provider
 * @param name for people
 */
public record IdToken(String subject, String name, List<String> groups) {
    private static final int SKEW_SECONDS = 60;
    private static final int MAX_NAME = 60;

    /** A token that says nothing, and why. */
    public static final class InvalidException extends Exception {
        InvalidException(String message) {
            super(message);
        }
    }

    /**
     * Checks a token by the rules of OpenID Connect Core, 3.1.3.7, and reads it.
     *
     * @param keys the provider's, as a JSON Web Key Set
     * @param groups name of the claim with the groups
     * @throws InvalidException where a rule is broken; its message holds nothing of the token
     */
    public static IdToken read(
            String token, String keys, String issuer, String clientId, String nonce, String groups, Instant now)
            throws InvalidException {
        try {
            var consumer = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                            ConstraintType.PERMIT,
                            AlgorithmIdentifiers.RSA_USING_SHA256,
                            AlgorithmIdentifiers.RSA_USING_SHA384,
                            AlgorithmIdentifiers.RSA_USING_SHA512,
                            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384))
                    .setExpectedIssuer(issuer)
                    .setExpectedAudience(clientId)
                    .setRequireExpirationTime()
                    .setRequireIssuedAt()
                    .setRequireSubject()
                    .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .build();
            var claims = consumer.processToClaims(token);
            if (!nonce.equals(claims.getStringClaimValue("nonce"))) {
                throw new InvalidException("its nonce is of another sign-in");
            }
            var party = claims.getStringClaimValue("azp");
            if (party != null && !party.equals(clientId)
                    || party == null && claims.getAudience().size() > 1) {
                throw new InvalidException("it was made for another client");
            }
            return new IdToken(claims.getSubject(), name(claims), groups(claims, groups));
        } catch (InvalidJwtException e) {
            throw new InvalidException("rules "
                    + e.getErrorDetails().stream()
                            .map(error -> error.getErrorCode())
                            .toList());
        } catch (JoseException | MalformedClaimException e) {
            throw new InvalidException("it or the provider's keys cannot be read");
        }
    }

    private static String name(JwtClaims claims) throws MalformedClaimException {
        for (var claim : List.of("name", "preferred_username", "email")) {
            var name = claims.isClaimValueString(claim) ? claims.getStringClaimValue(claim) : null;
            var plain = name == null
                    ? ""
                    : name.replaceAll("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "")
                            .strip();
            if (!plain.isEmpty()) {
                return plain.substring(0, Math.min(plain.length(), MAX_NAME));
            }
        }
        return "somebody";
    }

    private static List<String> groups(JwtClaims claims, String claim) throws MalformedClaimException {
        return claims.isClaimValueString(claim)
                ? List.of(claims.getStringClaimValue(claim))
                : claims.isClaimValueStringList(claim) ? List.copyOf(claims.getStringListClaimValue(claim)) : List.of();
    }
}
