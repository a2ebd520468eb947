package dev.tocsin.archive.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.archive.query.BadParameterException;
import dev.tocsin.archive.query.Scope;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final Scope SCOPE = Scope.of("search", "gas");
    private static final Place PLACE =
            new Place(3.25f, Instant.ofEpochMilli(-7), "идентификатор", List.of(1.5f, 0.25f));

    @Test
    void comesBackAsItWas() {
        assertThat(Place.read(PLACE.write(SCOPE), SCOPE)).isEqualTo(PLACE);
    }

    @Test
    void isRefusedByAnotherSearch() {
        assertThatThrownBy(() -> Place.read(PLACE.write(SCOPE), Scope.of("search", "oil")))
                .isInstanceOf(BadParameterException.class)
                .hasMessageContaining("belongs to another search");
    }

    @Test
    void isReadOrRefused_whateverItHolds() {
        var bytes = Base64.getUrlDecoder().decode(PLACE.write(SCOPE));
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            var other = ByteBuffer.allocate(random.nextInt(bytes.length + 1)).array();
            System.arraycopy(bytes, 0, other, 0, other.length);
            // version and mark stay, so that what follows is read
            for (int n = random.nextInt(4); n > 0 && other.length > 9; n--) {
                other[9 + random.nextInt(other.length - 9)] = (byte) random.nextInt();
            }
            try {
                var place = Place.read(Base64.getUrlEncoder().encodeToString(other), SCOPE);
                assertThat(place.weights())
                        .hasSizeLessThanOrEqualTo(Parser.MOST_WORDS)
                        .allMatch(w -> w >= 0);
            } catch (BadParameterException e) {
                assertThat(e.parameter()).isEqualTo("cursor");
            }
        }
    }
}
