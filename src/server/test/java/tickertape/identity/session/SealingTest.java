package tickertape.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is sealed is opened by this server, for the same purpose, in time, and by nobody else.
class SealingTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Map<String, String> VALUES = Map.of("state", "s", "verifier", "v&=%");

    private final SessionKey key = new SessionKey(new SecureRandom(), NOW);
    private final Sealing sealing = sealing(NOW);

    @Test
    void sealedIsOpenedAsItWasAndNobodyReadsIt() {
        String sealed = sealing.seal("sign-in", VALUES, Duration.ofMinutes(10));

        assertThat(sealing.open("sign-in", sealed)).hasValue(VALUES);
        assertThat(sealed).matches("[A-Za-z0-9_.-]+").hasSizeLessThan(400);
        assertThat(sealing.seal("sign-in", VALUES, Duration.ofMinutes(10))).isNotEqualTo(sealed);
    }

    @Test
    void sealedForOnePurposeIsNotOpenedForAnother() {
        String sealed = sealing.seal("sign-in", VALUES, Duration.ofMinutes(10));

        assertThat(sealing.open("other", sealed)).isEmpty();
    }

    @Test
    void sealedIsNotOpenedAfterItsTime() {
        String sealed = sealing.seal("sign-in", VALUES, Duration.ofMinutes(10));

        assertThat(sealing(NOW.plusSeconds(599)).open("sign-in", sealed)).hasValue(VALUES);
        assertThat(sealing(NOW.plusSeconds(600)).open("sign-in", sealed)).isEmpty();
    }

    @Test
    void changedOrMadeUpIsNotOpened() {
        String sealed = sealing.seal("sign-in", VALUES, Duration.ofMinutes(10));
        int middle = sealed.lastIndexOf('.') - 3;
        char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';

        assertThat(sealing.open("sign-in", sealed.substring(0, middle) + other + sealed.substring(middle + 1)))
                .isEmpty();
        assertThat(sealing.open("sign-in", "")).isEmpty();
        assertThat(sealing.open("sign-in", "a.b.c.d.e")).isEmpty();
        var stranger = new SessionKey(new SecureRandom(), NOW);
        var foreign = new Sealing(() -> stranger, _ -> Optional.of(stranger), InstantSource.fixed(NOW));
        assertThat(sealing.open("sign-in", foreign.seal("sign-in", VALUES, Duration.ofMinutes(10))))
                .isEmpty();
    }

    private Sealing sealing(Instant now) {
        return new Sealing(
                () -> key, id -> Optional.of(key).filter(known -> known.id().equals(id)), InstantSource.fixed(now));
    }
}
