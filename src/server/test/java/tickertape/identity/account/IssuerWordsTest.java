package tickertape.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.identity.Caller;
import tickertape.store.TestDatabase;

/// Of an account that an issuer vouches for, the last word of the issuer counts, as long as it is good.
class IssuerWordsTest {

    private static final String ID = Caller.ELSEWHERE + "ann";
    private static final Duration HOUR = Duration.ofHours(1);

    @AutoClose
    private final TestDatabase database = TestDatabase.with("identity");

    private final Instant now = database.time().instant();
    private final IssuerWords words = words(true);

    private IssuerWords words(boolean isOn) {
        var table = new IssuerWordTable(database.time());
        return new IssuerWords(
                database.database(),
                word -> database.database().transaction(connection -> write(table, connection, word)),
                database.time(),
                isOn);
    }

    private static IssuerWord write(IssuerWordTable table, Connection connection, IssuerWord word) throws SQLException {
        table.write(connection, List.of(word));
        return word;
    }

    private void hear(IssuerWords listener, Instant said, String... rights) {
        var caller = new Caller(ID, "ann", Set.of(rights), Set.of(), "c", Optional.empty());
        listener.hear(caller, said, said.plus(HOUR));
    }

    @Test
    void nobodyMayOfWhomNothingWasSaid() {
        assertThat(words.allow(ID)).isFalse();
    }

    @Test
    void lastWordCountsAlsoIfAnOlderOneIsHeardAfterwards() {
        hear(words, now, "realtime");
        assertThat(words.allow(ID)).isTrue();

        hear(words, now.plusSeconds(1), "moderator");
        hear(words, now, "realtime");

        assertThat(words.allow(ID)).isFalse();
        hear(words, now.plusSeconds(2), "realtime");
        assertThat(words.allow(ID)).isTrue();
    }

    @Test
    void ofTwoWordsOfTheSameTimeTheOneThatAllowsLessCounts() {
        hear(words, now);
        hear(words, now, "realtime");
        assertThat(words.allow(ID)).isFalse();

        hear(words, now.plusSeconds(1), "realtime");
        hear(words, now.plusSeconds(1));
        assertThat(words.allow(ID)).isFalse();
    }

    @Test
    void wordIsGoodUntilItsEnd() {
        hear(words, now, "realtime");

        database.time().pass(HOUR);

        assertThat(words.allow(ID)).isFalse();
    }

    @Test
    void wordOutlivesARestartAndIsKnownToOtherServers() {
        hear(words, now.plusSeconds(1));
        IssuerWords other = words(true);

        hear(other, now, "realtime");
        assertThat(other.allow(ID)).isFalse();

        hear(other, now.plusSeconds(2), "realtime");
        assertThat(words.allow(ID)).isTrue();
    }

    @Test
    void whatIsGoneIsForgotten() {
        hear(words, now, "realtime");

        words.forget(ID);

        assertThat(words.allow(ID)).isFalse();
        assertThat(database.execute("DELETE FROM identity_issuer_word")).isZero();
    }

    @Test
    void nothingIsKeptWhereNobodySeesPricesLate() {
        hear(words(false), now, "realtime");

        assertThat(database.execute("DELETE FROM identity_issuer_word")).isZero();
    }
}
