package tickertape.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Which callback gets the events of a topic.
class CallbacksTest {

    /// An event of a topic of our own.
    public record Note(String text) {}

    @Test
    void callbackOfAnEqualTopicReplacesTheTopicToo() {
        Topic<Note> every = Topic.every("note", Note.class);
        Topic<Note> latest = Topic.latest("note", Note.class);

        List<Topic<?>> topics =
                Callbacks.NONE.with(every, note -> {}).with(latest, note -> {}).topics();

        assertThat(topics).singleElement().isSameAs(latest);
    }
}
