package tickertape.tape;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tickertape.wire.TopicInfo;

/// One kind of news; its name is the `event:` of its messages.
///
/// @param keys what its messages are keyed by
/// @param standard whether a reader that names no topic gets it
public record TopicDefinition(String name, Kind kind, Keys keys, boolean standard) {

    /// What a reader that falls behind is owed.
    public enum Kind {
        /// The latest of each key: older ones may be merged into it.
        LATEST,
        /// Each message, in order, or word that some are lost.
        EVERY
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    public TopicDefinition {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'%s' is no name for a topic".formatted(name));
        }
    }

    /// What clients are told of it.
    public TopicInfo info() {
        @Nullable String key = keys.parameter().isEmpty() ? null : keys.parameter();
        return new TopicInfo(name, kind.name().toLowerCase(Locale.ROOT), key, standard, "all");
    }
}
