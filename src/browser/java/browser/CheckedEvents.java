package browser;

import static org.assertj.core.api.Assertions.assertThat;

import it.wire.Schemas;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Holds what a scripted server says against the schemas of `src/docs`: a test in which it speaks another language than
/// the real one proves nothing.
///
/// Safe for the test's thread and the server's own.
final class CheckedEvents {

    private static final Schemas SCHEMAS = new Schemas();

    /// Topics of no server, for tests of the stream itself.
    private static final Set<String> INVENTED = Set.of("bar", "mail", "note", "parcel", "rate");

    private static final Pattern EVENT = Pattern.compile("^event: (.*)\ndata: (.*)$", Pattern.MULTILINE);

    private volatile @Nullable AssertionError fault;

    /// The same frames, if each of their events is as its schema wants it.
    String of(String frames) {
        Matcher event = EVENT.matcher(frames);
        while (event.find()) {
            if (!INVENTED.contains(event.group(1))) {
                check(event.group(1), event.group(2));
            }
        }
        return frames;
    }

    /// The same answer, if it is as its schema wants it.
    String answer(String schema, String json) {
        check(schema, json);
        return json;
    }

    private void check(String schema, String json) {
        try {
            assertThat(SCHEMAS.faults(schema, json)).as("%s %s", schema, json).isEmpty();
        } catch (AssertionError found) {
            fault = found;
            throw found;
        }
    }

    /// Fails if anything was wrong: on a thread of the server nobody else hears of it.
    void assertNoFault() {
        AssertionError found = fault;
        if (found != null) {
            // The same one may be on its way already, and cannot be added to itself.
            throw new AssertionError(found.getMessage(), found);
        }
    }
}
