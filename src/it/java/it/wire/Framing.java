package it.wire;

import it.Event;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses a stream by the grammar of the protocol page, which is much stricter than the standard.
final class Framing {

    private static final Pattern EVENT = Pattern.compile("(?:retry: (?<retry>[1-9][0-9]{0,8})\n)?"
            + "event: (?<name>[a-z][a-z0-9-]*)\n"
            + "data: (?<data>\\{\\P{Cc}*})\n"
            + "(?:id: (?<id>[a-z0-9]{1,20}-(?:0|[1-9][0-9]{0,17}))\n)?"
            + "\n");

    private Framing() {}

    /// Parses everything up to the last complete event, and fails at the first byte that the page does not allow.
    static List<Event> events(byte[] bytes) {
        String text = text(bytes, end(bytes));
        var events = new ArrayList<Event>();
        Matcher matcher = EVENT.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.region(end, text.length()).lookingAt()) {
                throw new AssertionError(
                        "no event of ours: " + text.substring(end, Math.min(text.length(), end + 500)));
            }
            events.add(event(matcher));
            end = matcher.end();
        }
        return events;
    }

    private static Event event(Matcher matcher) {
        String retry = matcher.group("retry");
        return new Event(
                matcher.group("name"),
                matcher.group("data"),
                Optional.ofNullable(matcher.group("id")),
                retry == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(retry)));
    }

    private static String text(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("no UTF-8: " + new String(bytes, 0, length, StandardCharsets.UTF_8), e);
        }
    }

    /// The end of the last complete event; what follows is the beginning of another one.
    private static int end(byte[] bytes) {
        for (int end = bytes.length; end >= 2; end--) {
            if (bytes[end - 1] == '\n' && bytes[end - 2] == '\n') {
                return end;
            }
        }
        throw new AssertionError("not one event: " + new String(bytes, StandardCharsets.UTF_8));
    }
}
