package tickertape.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickertape.chat.store.Author;
import tickertape.chat.store.ChatMessage;
import tickertape.identity.Caller;
import tickertape.identity.Scope;
import tickertape.tape.TopicDefinition;
import tickertape.tape.stream.OpenStream;
import tickertape.testing.FakeTime;

/// Who is there is told when it changes, and no more often than it is asked.
class AnnouncerTest {

    private static final TopicDefinition TOPIC = TopicDefinition.latest("presence");

    private final FakeTime time = new FakeTime();
    private final Presence presence = new Presence("chat", "room", Caller::name, time::nanoTime);
    private final Typing typing = new Typing(time::nanoTime);
    private final RoomNews news = new RoomNews();
    private final List<Record> told = new ArrayList<>();
    private final Announcer announcer =
            new Announcer(presence, typing, news, new Announcer.Topics(TOPIC, TOPIC, this::json), _ -> {});

    private String json(Record message) {
        told.add(message);
        return "{}";
    }

    private List<Record> announced() {
        told.clear();
        announcer.announce();
        return List.copyOf(told);
    }

    private static OpenStream stream(String topic, Optional<String> name, String... rooms) {
        return new OpenStream(
                Set.of(topic, "quote"),
                rooms.length == 0 ? Map.of() : Map.of("room", Set.of(rooms)),
                name.map(its -> new Caller("id of " + its, its, Set.of(), Set.of(Scope.READ), "", Optional.empty())));
    }

    private OpenStream opened(String name) {
        OpenStream stream = stream("chat", Optional.of(name).filter(its -> !its.isEmpty()), "floor");
        presence.opened(stream);
        return stream;
    }

    @Test
    void whoHasSignedInIsThereOnceAndOthersAreCounted() {
        opened("Ben");
        opened("Ann");
        opened("Ann");
        opened("");
        opened("");

        assertThat(announced()).containsExactly(new RoomPresence("floor", 4, List.of("Ann", "Ben"), List.of()));
        assertThat(announced()).isEmpty();
    }

    @Test
    void whoAsksForNoRoomOrForNoMessagesIsNotThere() {
        presence.opened(stream("chat", Optional.of("Ann")));
        presence.opened(stream("room", Optional.of("Ann"), "floor"));
        presence.opened(stream(
                "chat",
                Optional.of("Ann"),
                IntStream.rangeClosed(0, Presence.ROOMS).mapToObj(i -> "R" + i).toArray(String[]::new)));

        assertThat(announced()).isEmpty();
        assertThat(presence.count()).isZero();
    }

    @Test
    void whoComesBackInTimeHasNeverLeft() {
        OpenStream ann = opened("Ann");
        OpenStream stranger = opened("");
        announced();

        presence.closed(ann);
        presence.closed(stranger);
        time.pass(RoomAttendance.GRACE.minusMillis(1));
        assertThat(announced()).isEmpty();
        opened("Ann");
        opened("");
        time.pass(RoomAttendance.GRACE);

        assertThat(announced()).isEmpty();
    }

    @Test
    void whoStaysAwayIsGone() {
        OpenStream ann = opened("Ann");
        OpenStream stranger = opened("");
        OpenStream tab = opened("Ann");
        announced();

        presence.closed(tab);
        presence.closed(stranger);
        time.pass(RoomAttendance.GRACE);
        assertThat(announced()).containsExactly(new RoomPresence("floor", 1, List.of("Ann"), List.of()));
        presence.closed(ann);
        assertThat(announced()).isEmpty();
        time.pass(RoomAttendance.GRACE);

        assertThat(announced()).containsExactly(new RoomPresence("floor", 0, List.of(), List.of()));
        assertThat(announced()).isEmpty();
        assertThat(presence.count()).isZero();
    }

    @Test
    void whoIsWritingIsToldUntilFiveSecondsLater() {
        IntStream.range(0, 5).forEach(i -> typing.begin("floor", "account-" + i, "N" + i));
        assertThat(announced()).containsExactly(new RoomPresence("floor", 0, List.of(), List.of("N0", "N1", "N2")));
        typing.end("floor", "account-0");
        assertThat(announced()).containsExactly(new RoomPresence("floor", 0, List.of(), List.of("N1", "N2", "N3")));
        assertThat(announced()).isEmpty();

        time.pass(Typing.LASTS);

        assertThat(announced()).containsExactly(new RoomPresence("floor", 0, List.of(), List.of()));
        assertThat(announced()).isEmpty();
    }

    @Test
    void onlyTheNewestMessageOfARoomIsNews() {
        news.published(List.of(message("floor", 1), message("AAPL", 7), message("floor", 2)));

        assertThat(announced())
                .containsExactlyInAnyOrder(
                        new RoomNews.Newest("floor", 2, Instant.EPOCH), new RoomNews.Newest("AAPL", 7, Instant.EPOCH));
        news.published(List.of(message("floor", 1)));
        assertThat(announced()).isEmpty();
    }

    private static ChatMessage message(String room, long seq) {
        return new ChatMessage("id", room, seq, seq, new Author("a", null), "text", null, Instant.EPOCH, null, null);
    }

    @Test
    void crowdIsToldByTheFirstFiftyNames() {
        IntStream.range(0, 60).forEach(i -> opened("N" + (100 + i)));

        var told = (RoomPresence) announced().getFirst();

        assertThat(told.count()).isEqualTo(60);
        assertThat(told.names()).hasSize(RoomAttendance.NAMES).isSorted();
        assertThat(told.names()).startsWith("N100");
        time.pass(Duration.ofMinutes(1));
        assertThat(announced()).isEmpty();
    }
}
