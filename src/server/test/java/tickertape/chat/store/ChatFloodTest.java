package tickertape.chat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// No way round the limits: who is kept from writing too much does not change messages instead, or tell people twice.
class ChatFloodTest extends ChatScenario {

    @Test
    void changeCountsAsMuchAsAMessage() {
        node.send("ann", ROOM, "message-1", "text 0");
        IntStream.range(1, ChatNode.RATE).forEach(i -> node.write(edit("ann", 1, "text " + i)));

        assertRefused(429, () -> node.write(edit("ann", 1, "once more")));
        assertRefused(429, () -> node.send("ann", ROOM, "message-2", "another"));

        assertThat(node.published()).hasSize(ChatNode.RATE);
        assertThat(node.send("ann", ROOM, "message-1", "text 0").isNew()).isFalse();
        // The same as it is already: nothing to tell anybody.
        node.write(edit("ann", 1, "text 4"));
        database.time().pass(Duration.ofSeconds(10));
        node.write(edit("ann", 1, "once more"));
        assertRefused(422, () -> node.send("ann", ROOM, "message-2", "once more"));
    }

    @Test
    void whoIsNamedAgainAndAgainIsToldOnce() throws SQLException {
        node.send("ann", ROOM, "message-1", "@Ben", Map.of("Ben", "ben"));
        node.write(edit("ann", 1, "nobody"));
        assertThat(node.history.mentions("ben", 10, false)).isEmpty();
        assertThat(node.history.states("ben", ROOM, false)).containsExactly(new RoomState(ROOM, 1, 0, 0));

        node.write(node.editing("ann", ROOM, 1, "@Ben again", Map.of("Ben", "ben")));

        assertThat(node.history.mentions("ben", 10, false))
                .extracting(Mention::number)
                .containsExactly(1L);
        assertThat(node.history.states("ben", ROOM, false)).containsExactly(new RoomState(ROOM, 1, 0, 1));
        node.write(edit("ann", 1, "nobody again"));
        node.write(new Deleting("ann", ROOM, 1, false));
        assertThat(database.execute("UPDATE chat_mention SET number = number WHERE number > 0"))
                .isZero();
    }

    @Test
    void changesTellNoMorePeopleThanAMessageCanName() {
        node.send("ann", ROOM, "message-1", "all", people(0, 6));

        node.write(node.editing("ann", ROOM, 1, "others", people(6, 16)));

        assertThat(IntStream.range(0, 16)
                        .filter(i -> !node.history
                                .mentions("account-" + (100 + i), 10, false)
                                .isEmpty())
                        .boxed())
                .containsExactly(6, 7, 8, 9);
    }

    private static Map<String, String> people(int from, int to) {
        return IntStream.range(100 + from, 100 + to)
                .boxed()
                .collect(Collectors.toMap(i -> "Name " + i, i -> "account-" + i));
    }

    @Test
    void writeThatFailsTwiceGivesBackOneMessage() {
        IntStream.range(1, ChatNode.RATE).forEach(i -> node.send("ann", ROOM, "message-" + i, "text " + i));
        Sending last = node.sending("ann", ROOM, "message-9", "the last one");
        node.write(last);

        last.undo();
        last.undo();

        node.send("ann", ROOM, "message-10", "one more");
        assertRefused(429, () -> node.send("ann", ROOM, "message-11", "two more"));
    }
}
