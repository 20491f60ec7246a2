package tickertape.chat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What people may do with messages, their own and those of others.
class ChatRulesTest extends ChatScenario {

    @Test
    void authorChangesItsMessageForFiveMinutesAndNobodyElseDoes() {
        node.send("ann", ROOM, "message-1", "helo");
        node.send("ben", ROOM, "message-2", "hi");
        database.time().pass(ChatNode.EDIT);

        ChatMessage edited = node.write(edit("ann", 1, "hello"));

        assertThat(edited.text()).isEqualTo("hello");
        assertThat(edited.edited()).isNotNull();
        assertThat(node.published()).last().isEqualTo(edited);
        assertThat(node.message(ROOM, 1)).contains(edited);
        assertRefused(403, () -> node.write(edit("ben", 1, "mine")));
        assertRefused(404, () -> node.write(edit("ann", 9, "nothing")));
        assertThat(node.send("ann", ROOM, "message-1", "helo").isNew()).isFalse();
        database.time().pass(Duration.ofSeconds(1));
        assertRefused(403, () -> node.write(edit("ann", 1, "too late")));
        assertThat(node.message(ROOM, 1)).contains(edited);
    }

    @Test
    void clockThatIsSetBackChangesNoOrderAndOpensNoWindow() {
        node.send("ann", ROOM, "message-1", "one");
        database.time().set(Instant.parse("2020-01-01T00:00:00Z"));

        node.send("ann", ROOM, "message-2", "two");

        assertThat(node.page(ROOM).messages()).extracting(ChatMessage::id).containsExactly("message-1", "message-2");
        assertRefused(403, () -> node.write(edit("ann", 1, "later")));
        node.send("ann", ROOM, "message-3", "three");
        node.send("ann", ROOM, "message-4", "four");
        node.send("ann", ROOM, "message-5", "five");
        database.time().set(Instant.parse("2030-01-01T00:00:00Z"));
        assertRefused(429, () -> node.send("ann", ROOM, "message-6", "six"));
    }

    @Test
    void deletedMessageLosesItsTextAndKeepsItsPlace() {
        node.send("ann", ROOM, "message-1", "secret", Map.of("Ben", "ben"));
        node.send("ann", ROOM, "message-2", "rude");

        assertRefused(403, () -> node.write(new Deleting("ben", ROOM, 1, false)));
        node.write(new Deleting("ann", ROOM, 1, false));
        Deleting.Done done = node.write(new Deleting("carl", ROOM, 2, true));

        assertThat(done.isOwn()).isFalse();
        assertThat(node.page(ROOM).messages())
                .extracting(ChatMessage::seq, ChatMessage::text, ChatMessage::mentions, ChatMessage::deleted)
                .containsExactly(tuple(1L, null, null, "author"), tuple(2L, null, null, "moderator"));
        assertThat(node.published()).last().isEqualTo(done.message());
        assertThat(node.history.mentions("ben", 10, false)).isEmpty();
        assertThat(node.send("ann", ROOM, "message-1", "secret").isNew()).isFalse();
        assertThat(database.execute("UPDATE chat_message SET text = text WHERE text IS NOT NULL OR digest IS NOT NULL"))
                .isZero();
    }

    @Test
    void nobodyWritesTooOftenOrTheSameTwice() {
        node.send("ann", ROOM, "message-0", "same");
        assertRefused(422, () -> node.send("ann", ROOM, "message-x", "same"));
        assertThat(node.send("ann", "AAPL", "message-1", "same").isNew()).isTrue();
        IntStream.range(2, ChatNode.RATE).forEach(i -> node.send("ann", ROOM, "message-" + i, "text " + i));

        assertRefused(429, () -> node.send("ann", ROOM, "message-y", "one more"));

        assertThat(node.send("ann", ROOM, "message-0", "same").isNew()).isFalse();
        node.send("ben", ROOM, "message-0", "others may");
        database.time().pass(Duration.ofSeconds(10));
        node.send("ann", ROOM, "message-y", "one more");
        assertRefused(422, () -> node.send("ann", ROOM, "message-z", "same"));
        database.time().pass(Duration.ofSeconds(20));
        node.send("ann", ROOM, "message-z", "same");
    }

    @Test
    void whoIsMutedDoesNotWriteForThatTime() {
        String id =
                node.send("ann", ROOM, "message-1", "rude").message().author().id();
        var hour = new Muting("carl", id, Optional.of(Duration.ofHours(1)), "be kind");

        assertThat(node.write(hour).until()).isEqualTo(database.time().instant().plus(Duration.ofHours(1)));

        assertThat(node.history.muted())
                .extracting(muted -> muted.author().id())
                .containsExactly(id);
        assertRefused(403, () -> node.send("ann", ROOM, "message-2", "ruder"));
        assertRefused(403, () -> node.write(edit("ann", 1, "ruder")));
        assertThat(node.send("ann", ROOM, "message-1", "rude").isNew()).isFalse();
        node.write(new Deleting("ann", ROOM, 1, false));
        database.time().pass(Duration.ofHours(1));
        node.send("ann", ROOM, "message-2", "sorry");
        node.write(hour);
        node.write(new Muting("carl", id, Optional.empty(), null));
        node.send("ann", ROOM, "message-3", "thanks");
        assertRefused(404, () -> node.write(new Muting("carl", "nobody", Optional.empty(), null)));
    }

    @Test
    void mentionsAreToldOnceAndNotToOneself() {
        node.send("ann", ROOM, "message-1", "@Ben, @Ann", Map.of("Ben", "ben", "Ann", "ann"));
        database.time().pass(Duration.ofSeconds(1));
        node.write(node.editing("ann", ROOM, 1, "@Ben, @Carl", Map.of("Ben", "ben", "Carl", "carl")));

        assertThat(node.history.mentions("ben", 10, false))
                .extracting(mention -> mention.message().text(), Mention::number)
                .containsExactly(tuple("@Ben, @Carl", 1L));
        assertThat(node.history.mentions("carl", 10, false)).hasSize(1);
        assertThat(node.history.mentions("ann", 10, false)).isEmpty();
        assertThat(node.history.states("ben", ROOM, false)).containsExactly(new RoomState(ROOM, 1, 0, 1));
        node.write(new Reading("ben", new ReadMark(ROOM, 1)));
        assertThat(node.history.states("ben", ROOM, false)).containsExactly(new RoomState(ROOM, 1, 1, 0));
    }

    @Test
    void whoWasToldOfAMessageHearsWhenItIsChangedOrDeletedAndNobodyElseDoes() {
        node.send("ann", ROOM, "message-1", "@Ben", Map.of("Ben", "ben"));
        database.time().pass(Duration.ofSeconds(1));
        node.write(node.editing("ann", ROOM, 1, "@Ben, @Carl", Map.of("Ben", "ben", "Carl", "carl")));
        node.write(node.editing("ann", ROOM, 1, "never mind", Map.of()));
        node.write(node.editing("ann", ROOM, 1, "@Ben after all", Map.of("Ben", "ben")));
        node.write(new Deleting("ann", ROOM, 1, false));
        node.send("ann", ROOM, "message-2", "of nobody");

        assertThat(node.told("ben"))
                .allMatch(json -> json.contains("\"number\":1"))
                .extracting(json -> json.contains("\"withdrawn\":true"))
                .containsExactly(false, false, true, false, true);
        assertThat(node.told("ben").getLast())
                .contains("\"deleted\":\"author\"")
                .doesNotContain("\"text\"");
        assertThat(node.told("carl"))
                .extracting(json -> json.contains("\"withdrawn\":true"))
                .containsExactly(false, true, true, true);
        assertThat(node.told("ann")).isEmpty();
        assertThat(node.history.mentions("ben", 10, false)).isEmpty();
        assertThat(node.history.states("ben", ROOM, false)).containsExactly(new RoomState(ROOM, 2, 0, 0));
    }

    @Test
    void readMarkNeverGoesBackAndWritingMovesIt() {
        IntStream.range(0, 3).forEach(i -> node.send("account-" + i, ROOM, "message-" + i, "text"));

        node.write(new Reading("ann", new ReadMark(ROOM, 2)));
        node.write(new Reading("ann", new ReadMark(ROOM, 1)));

        assertThat(node.history.states("ann", ROOM, false)).containsExactly(new RoomState(ROOM, 3, 2, 0));
        assertRefused(400, () -> node.write(new Reading("ann", new ReadMark(ROOM, 4))));
        node.send("ann", "AAPL", "message-9", "text");
        assertThat(node.history.states("ann", ROOM, false))
                .containsExactly(new RoomState("AAPL", 1, 1, 0), new RoomState(ROOM, 3, 2, 0));
    }

    @Test
    void whoHasVisitedManyRoomsIsToldOfThoseOfLate() {
        int visited = HistoryReader.ROOMS + 10;
        for (int i = 0; i < visited; i++) {
            node.send("account-" + i, "R" + i, "message-1", "@Ann", i == 0 ? Map.of("Ann", "ann") : Map.of());
            node.write(new Reading("ann", new ReadMark("R" + i, 1)));
        }
        node.send("ben", "R1", "message-1", "@Ann", Map.of("Ann", "ann"));

        assertThat(node.history.states("ann", ROOM, false))
                .hasSize(HistoryReader.ROOMS)
                .contains(new RoomState(ROOM, 0, 0, 0), new RoomState("R1", 2, 1, 1))
                .contains(new RoomState("R" + (visited - 1), 1, 1, 0))
                .doesNotContain(new RoomState("R0", 1, 1, 0));
    }

    @Test
    void accountThatIsGoneLeavesItsWordsAndNoName() {
        node.send("ann", ROOM, "message-1", "hello");
        String id = node.message(ROOM, 1).orElseThrow().author().id();

        node.write(new Forgetting("ann"));

        ChatMessage kept = node.message(ROOM, 1).orElseThrow();
        assertThat(kept.text()).isEqualTo("hello");
        assertThat(kept.author()).isEqualTo(new Author(id, null));
        assertThat(node.history.states("ann", ROOM, false)).containsExactly(new RoomState(ROOM, 1, 0, 0));
        assertThat(node.send("ann", ROOM, "message-1", "again")
                        .message()
                        .author()
                        .id())
                .isNotEqualTo(id);
    }

    @Test
    void pagesLeadThroughTheHistory() {
        IntStream.rangeClosed(1, 7).forEach(i -> node.send("account-" + i, ROOM, "message-" + i, "text"));

        HistoryPage newest = node.history.page(HistoryQuery.newest(ROOM, 3), false);
        HistoryPage older = node.history.page(new HistoryQuery(ROOM, 5, false, 3), false);
        HistoryPage oldest = node.history.page(new HistoryQuery(ROOM, 2, false, 3), false);
        HistoryPage newer = node.history.page(new HistoryQuery(ROOM, 4, true, 3), false);

        assertThat(seqs(newest)).containsExactly(5L, 6L, 7L);
        assertThat(newest).returns(true, HistoryPage::hasOlder).returns(false, HistoryPage::hasNewer);
        assertThat(seqs(older)).containsExactly(2L, 3L, 4L);
        assertThat(older).returns(true, HistoryPage::hasOlder).returns(true, HistoryPage::hasNewer);
        assertThat(seqs(oldest)).containsExactly(1L);
        assertThat(oldest).returns(false, HistoryPage::hasOlder).returns(7L, HistoryPage::last);
        assertThat(seqs(newer)).containsExactly(5L, 6L, 7L);
        assertThat(newer).returns(false, HistoryPage::hasNewer);
        assertThat(node.page("AAPL").last()).isZero();
    }

    private static List<Long> seqs(HistoryPage page) {
        return page.messages().stream().map(ChatMessage::seq).toList();
    }
}
