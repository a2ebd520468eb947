package dev.tocsin.dashboard.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.dashboard.guard.Role;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdTokenTest {
    private static final Instant NOW = Instant.parse("2026-01-06T12:00:00Z");
    private static final String ISSUER = "https://id.example";
    private static final RsaJsonWebKey KEY = key();
    private static final String KEYS = new JsonWebKeySet(KEY).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);

    private static RsaJsonWebKey key() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("k1");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("tocsin");
        claims.setSubject("4711");
        claims.setIssuedAt(NumericDate.fromSeconds(NOW.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + 300));
        claims.setClaim("nonce", "n1");
        claims.setClaim("name", "Dana\u202e Doe");
        claims.setClaim("groups", List.of("desk", "all"));
        return claims;
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey key) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue("k1");
        signature.setAlgorithmHeaderValue("RS256");
        return signature.getCompactSerialization();
    }

    private static IdToken read(String token) throws IdToken.InvalidException {
        return IdToken.read(token, KEYS, ISSUER, "tocsin", "n1", "groups", NOW);
    }

    @Test
    void tellsWhoSomebodyIs() throws Exception {
        assertThat(read(signed(claims(), KEY))).isEqualTo(new IdToken("4711", "Dana Doe", List.of("desk", "all")));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("another issuer", change(c -> c.setIssuer("https://evil.example"))),
                Arguments.of("another client", change(c -> c.setAudience("other"))),
                Arguments.of("two clients and no party", change(c -> c.setAudience("tocsin", "other"))),
                Arguments.of("another party", change(c -> c.setClaim("azp", "other"))),
                Arguments.of("another sign-in", change(c -> c.setClaim("nonce", "n2"))),
                Arguments.of("no nonce", change(c -> c.unsetClaim("nonce"))),
                Arguments.of("nobody", change(c -> c.unsetClaim("sub"))),
                Arguments.of("no end", change(c -> c.unsetClaim("exp"))),
                Arguments.of(
                        "over", change(c -> c.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() - 61)))));
    }

    private static Consumer<JwtClaims> change(Consumer<JwtClaims> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void saysNothing_whereARuleIsBroken(String rule, Consumer<JwtClaims> change) throws Exception {
        var claims = claims();
        change.accept(claims);
        var token = signed(claims, KEY);

        assertThatThrownBy(() -> read(token)).isInstanceOf(IdToken.InvalidException.class);
    }

    @Test
    void saysNothing_whereAnotherSignedIt() throws Exception {
        var token = signed(claims(), key());

        assertThatThrownBy(() -> read(token)).isInstanceOf(IdToken.InvalidException.class);
    }

    @Test
    void saysNothing_whereNobodySignedIt() throws Exception {
        var unsigned = new JsonWebSignature();
        unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        unsigned.setPayload(claims().toJson());
        unsigned.setAlgorithmHeaderValue("none");
        var token = unsigned.getCompactSerialization();

        assertThatThrownBy(() -> read(token)).isInstanceOf(IdToken.InvalidException.class);
    }

    @Test
    void saysNothing_whereThePublicKeyWasTakenForASecret() throws Exception {
        var forged = new JsonWebSignature();
        forged.setPayload(claims().toJson());
        forged.setAlgorithmHeaderValue("HS256");
        forged.setKeyIdHeaderValue("k1");
        forged.setKey(new HmacKey(KEY.getPublicKey().getEncoded()));
        var token = forged.getCompactSerialization();

        assertThatThrownBy(() -> read(token)).isInstanceOf(IdToken.InvalidException.class);
    }

    @Test
    void givesTheHighestRoleOfAllGroups_andNoneWithoutOne() {
        var groups = new Groups(List.of("chiefs"), List.of("desk"), List.of("all"));

        assertThat(groups.role(List.of("all", "desk"))).contains(Role.ANALYST);
        assertThat(groups.role(List.of("chiefs", "all"))).contains(Role.ADMIN);
        assertThat(groups.role(List.of("all"))).contains(Role.VIEWER);
        assertThat(groups.role(List.of("guests"))).isEmpty();
        assertThat(groups.role(List.of())).isEmpty();
    }

    @Test
    void bringsAnAttemptBack_asItWas() {
        var attempt = Attempt.fresh("/stories/1?a=b");

        assertThat(Attempt.parse(attempt.text())).contains(attempt);
        assertThat(Attempt.parse("a.b.c")).isEmpty();
        assertThat(Attempt.parse("a.b.c.!!")).isEmpty();
        assertThat(Attempt.parse(null)).isEmpty();
        // the example of RFC 7636, appendix B
        assertThat(new Attempt("", "", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "").challenge())
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }
}
