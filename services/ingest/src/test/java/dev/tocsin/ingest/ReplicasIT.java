package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.MongoClient;
import dev.tocsin.ingest.polite.Share;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

/** Replicas that share the hosts by leases on one store. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ReplicasIT {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Inject
    MongoClient mongo;

    private final String database = "t" + UUID.randomUUID().toString().replace("-", "");

    private Replicas replica() {
        return replica(since -> {});
    }

    private Replicas replica(Replicas.Leavings leavings) {
        return new Replicas(mongo, database, TestConfig.with(Map.of("lease", "30s")), leavings);
    }

    @Test
    void marksWhatAFallenReplicaSent_beforeItTakesItsHosts() {
        var looks = new ArrayList<Instant>();
        var fallen = replica();
        fallen.share(NOW);
        fallen.share(NOW.plusSeconds(5));
        var heir = replica(looks::add);
        heir.share(NOW.plusSeconds(6));
        assertThat(looks).as("at its start").containsExactly(NOW.plusSeconds(5));
        assertThat(heir.share(NOW.plusSeconds(12)).isAll()).isFalse();
        assertThat(looks).as("while the other is alive").hasSize(1);
        assertThat(heir.share(NOW.plusSeconds(40)).isAll()).isTrue();
        heir.share(NOW.plusSeconds(60));
        assertThat(looks).as("once the other fell").containsExactly(NOW.plusSeconds(5), NOW.plusSeconds(5));
    }

    @Test
    void takesNoHostsOver_whileItCannotBeToldWhatWasSent() {
        var broker = new AtomicBoolean();
        replica().share(NOW);
        var heir = replica(since -> {
            if (!broker.get()) {
                throw new KafkaException("nobody answers");
            }
        });
        assertThat(heir.share(NOW.plusSeconds(40)).slots()).isEmpty();
        broker.set(true);
        assertThat(heir.share(NOW.plusSeconds(50)).isAll()).isTrue();
    }

    @Test
    void ownsAllHosts_whileItIsAlone() {
        assertThat(replica().share(NOW).isAll()).isTrue();
    }

    @Test
    void sharesTheHosts_fromTheNextRenewalOn() {
        var first = replica();
        var second = replica();
        first.share(NOW);
        var theirs = second.share(NOW);
        assertThat(first.share(NOW.plusSeconds(1)).isAll()).isTrue();
        var mine = first.share(NOW.plusSeconds(5));
        assertThat(mine.slots()).isNotEmpty().doesNotContainAnyElementsOf(theirs.slots());
        assertThat(mine.slots().size() + theirs.slots().size()).isEqualTo(Share.SLOTS);
    }

    @Test
    void takesOver_withinOneLeaseOfADeath() {
        var first = replica();
        var second = replica();
        second.share(NOW);
        assertThat(first.share(NOW).isAll()).isFalse();
        var at = NOW;
        while (!first.share(at).isAll()) {
            at = at.plusMillis(500);
            assertThat(Duration.between(NOW, at)).isLessThanOrEqualTo(LEASE);
        }
        assertThat(Duration.between(NOW, at)).isGreaterThan(LEASE.dividedBy(2));
    }

    @Test
    void takesOverAtOnce_whenAReplicaLeaves() {
        var first = replica();
        var second = replica();
        second.share(NOW);
        assertThat(first.share(NOW).isAll()).isFalse();
        second.leave();
        assertThat(first.share(NOW.plusSeconds(5)).isAll()).isTrue();
    }

    @Test
    void comesBack_whenItSleptOverItsLease() {
        var first = replica();
        var second = replica();
        second.share(NOW);
        first.share(NOW.plus(LEASE));
        assertThat(second.share(NOW.plus(LEASE)).isAll()).isFalse();
        assertThat(second.share(NOW.plus(LEASE)).slots()).isNotEmpty();
    }

    @Test
    void refusesALeaseThatNobodyCanKeep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replicas(mongo, database, TestConfig.with(Map.of("lease", "1s")), since -> {}))
                .withMessageContaining("tocsin.ingest.lease");
    }
}
