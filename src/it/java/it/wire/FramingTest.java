package it.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.Event;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The strict parser rejects everything that the page does not promise.
class FramingTest {

    private static final String GOOD = "event: quote\ndata: {\"a\":\"\u20AC\"}\nid: a1-7\n\n";

    @Test
    void whatFollowsTheLastWholeEventIsLeftOut() {
        List<Event> events = Framing.events(
                bytes("retry: 25\nevent: hello\ndata: {}\n\n" + GOOD + "event: quote\ndata: {}\nid: a1-8\n"));

        assertThat(events).extracting(Event::name).containsExactly("hello", "quote");
        assertThat(events.getLast().data()).isEqualTo("{\"a\":\"\u20AC\"}");
        assertThat(events.getLast().offset()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFevent: quote\ndata: {}\n\n",
                "event: quote\r\ndata: {}\r\n\r\n\n\n",
                "event: quote\ndata: {}\n\n\n\n",
                ": comment\n\n",
                "data: {}\n\n",
                "event: quote\n\n",
                "event: quote\ndata: {\ndata: }\n\n",
                "event: quote\ndata:{}\n\n",
                "event: quote\ndata: text\n\n",
                "event: quote\ndata: {\"a\":\"\u0007\"}\n\n",
                "event: quote\ndata: {\"a\":\"\u0085\"}\n\n",
                "event: Quote\ndata: {}\n\n",
                "id: a1-7\nevent: quote\ndata: {}\n\n",
                "event: quote\nid: a1-7\ndata: {}\n\n",
                "event: quote\ndata: {}\nid: a1\n\n",
                "event: quote\ndata: {}\nid: a1-07\n\n",
                "event: quote\ndata: {}\nid: A1-7\n\n",
                "event: quote\ndata: {}\nid:\n\n",
                "retry: 0\nevent: quote\ndata: {}\n\n",
                "retry: soon\nevent: quote\ndata: {}\n\n",
                "cut off"
            })
    void anythingElseIsAFault(String text) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Framing.events(bytes(text)));
    }

    @Test
    void bytesThatAreNoTextAreAFault() {
        byte[] bytes = bytes(GOOD);
        bytes[GOOD.indexOf('\u20AC')] = (byte) 0xFF;

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Framing.events(bytes))
                .withMessageContaining("UTF-8");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
