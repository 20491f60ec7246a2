package tickertape.commentary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tickertape.commentary.writing.CommentaryText;
import tickertape.commentary.writing.EndedText;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.wire.Symbol;

/// Texts of the past are found again, in H2.
class TextArchiveTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final TestDatabase database = TestDatabase.of(dialect(), "commentary");
    private final Instant now = database.time().instant();
    private final TextArchive archive =
            new TextArchive(database.database(), database.queues(), Duration.ofDays(30), database.time());

    Dialect dialect() {
        return Dialect.H2;
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private EndedText text(int number, @Nullable String owner, @Nullable String symbol, String language) {
        return new EndedText(
                Optional.ofNullable(owner),
                new CommentaryText(
                        "id" + number,
                        owner == null ? "commentary" : "answer",
                        symbol == null ? null : new Symbol(symbol),
                        language,
                        "move",
                        owner == null ? null : "为什么？",
                        "built-in",
                        now,
                        now.plusSeconds(number),
                        "complete",
                        "Up 上涨 😀 %s".formatted(number)));
    }

    private void put(EndedText... texts) {
        for (EndedText text : texts) {
            archive.put(text);
        }
        await().atMost(SOON)
                .until(() -> archive.find(texts[texts.length - 1].text().id()).isPresent());
    }

    private static TextQuery all(int limit) {
        return new TextQuery(Optional.empty(), Optional.empty(), Optional.empty(), LATEST, limit);
    }

    @Test
    void textsComeBackAsTheyWere() {
        EndedText one = text(1, null, "AAPL", "en");
        EndedText other = text(2, "ann", null, "zh");
        put(one, other);

        assertThat(archive.find(one.text().id())).hasValue(one);
        assertThat(archive.find(other.text().id())).hasValue(other);
        assertThat(archive.find("nobody")).isEmpty();
    }

    @Test
    void newestThatFitComeFirst() {
        put(IntStream.range(0, 10)
                .mapToObj(number -> text(number, null, number % 2 == 0 ? "AAPL" : null, number < 5 ? "en" : "zh"))
                .toArray(EndedText[]::new));
        put(text(10, "ann", "AAPL", "en"), text(11, "bob", "AAPL", "en"));

        assertThat(numbers(all(3))).containsExactly(9, 8, 7);
        assertThat(numbers(all(200).before(now.plusSeconds(2)))).containsExactly(1, 0);
        assertThat(numbers(new TextQuery(
                        Optional.empty(), Optional.of(new Symbol("AAPL")), Optional.of("zh"), LATEST, 10)))
                .containsExactly(8, 6);
        assertThat(numbers(new TextQuery(Optional.of("ann"), Optional.empty(), Optional.empty(), LATEST, 10)))
                .containsExactly(10);
    }

    private List<Integer> numbers(TextQuery query) {
        List<EndedText> found = archive.page(query);
        assertThat(found).allMatch(query::isMet);
        return found.stream()
                .map(text -> Integer.parseInt(text.text().id().substring(2)))
                .toList();
    }

    @Test
    void whatIsTooOldGoes() {
        put(text(1, null, null, "en"));
        database.time().pass(Duration.ofDays(31));

        put(text(3_000_000, null, null, "en"));

        assertThat(numbers(all(10))).containsExactly(3_000_000);
    }

    @Test
    void answersGoWithTheirAccount() {
        put(text(1, "ann", null, "en"), text(2, "bob", null, "en"));

        archive.forget("ann");

        await().atMost(SOON).until(() -> archive.find("id1").isEmpty());
        assertThat(archive.find("id2")).isPresent();
    }
}
