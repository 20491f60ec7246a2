package tickertape.chat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.store.TestDatabase;

/// Who sees prices late reads what was said as late, whatever was done to it since, and whatever the clock says.
class LateChatTest {

    private static final String ROOM = "floor";
    private static final Duration DELAY = Duration.ofMinutes(15);

    private TestDatabase database;
    private ChatNode node;

    @BeforeEach
    void open() {
        database = TestDatabase.with("chat");
        node = ChatNode.on(database, DELAY);
    }

    @AfterEach
    void close() throws SQLException {
        node.close();
        database.close();
    }

    private void pass(Duration time) {
        database.time().pass(time);
        node.release();
    }

    private List<String> seen() {
        return node.history.page(HistoryQuery.newest(ROOM, 50), true).messages().stream()
                .map(message -> String.valueOf(message.text()))
                .toList();
    }

    @Test
    void messageIsSeenWhenItIsOldEnough() {
        node.send("ann", ROOM, "message-1", "one", Map.of("Ben", "ben"));
        pass(Duration.ofMinutes(5));
        node.send("ann", ROOM, "message-2", "two");
        pass(DELAY.minusMinutes(6));
        assertThat(seen()).isEmpty();
        assertThat(node.history.mentions("ben", 10, true)).isEmpty();
        assertThat(node.history.states("ben", ROOM, true)).containsExactly(new RoomState(ROOM, 0, 0, 0));

        pass(Duration.ofMinutes(1));

        assertThat(seen()).containsExactly("one");
        assertThat(node.history.mentions("ben", 10, true)).hasSize(1);
        HistoryPage page = node.history.page(HistoryQuery.newest(ROOM, 50), true);
        assertThat(page.last()).isEqualTo(1);
        assertThat(page.position().offset()).isEqualTo(1);
        pass(Duration.ofMinutes(5));
        assertThat(seen()).containsExactly("one", "two");
    }

    @Test
    void changeIsNotSeenEarly() {
        node.send("ann", ROOM, "message-1", "one");
        pass(Duration.ofMinutes(4));
        node.write(node.editing("ann", ROOM, 1, "the price is 7", Map.of()));

        pass(DELAY.minusMinutes(4));
        assertThat(seen()).doesNotContain("the price is 7");
        pass(Duration.ofMinutes(4));

        assertThat(seen()).containsExactly("the price is 7");
    }

    @Test
    void clockThatIsSetForwardShowsNothingEarly() {
        node.send("ann", ROOM, "message-1", "one");
        database.time().set(Instant.parse("2030-01-01T00:00:00Z"));
        node.release();

        assertThat(seen()).isEmpty();
    }

    @Test
    void whatWasSaidBeforeTheStartIsSeenWhenItIsOldEnough() {
        node.send("ann", ROOM, "message-1", "one");
        node.settle().close();
        database.time().pass(Duration.ofMinutes(10));
        node = ChatNode.on(database, DELAY);

        assertThat(seen()).isEmpty();
        pass(Duration.ofMinutes(5));

        assertThat(seen()).containsExactly("one");
    }
}
