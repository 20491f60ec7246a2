package tickertape.tape;

import java.util.List;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.wire.TopicChoice;
import tickertape.wire.TopicInfo;

/// A topic of the tape; its name is the `event:` of its messages.
///
/// A feature declares one by its kind, and then by what is special about it:
/// `TopicDefinition.latest("quote").keyedBy("symbol", symbols::contains).asStandard().retaining(500)`.
///
/// @param keys what its messages are keyed by; a growing topic is keyed by its texts
/// @param group what a request can filter it by besides, such as the symbol that texts are about
/// @param standard whether a reader that names no topic gets it
/// @param audience who reads a message
/// @param retention how much is kept for readers that come back: messages, or texts of a growing topic, and for
///     each owner if the topic is private; empty for what the tape keeps by default
/// @param textLimit how many characters (UTF-16 units) a text of a growing topic may have
/// @param variant which form of the topic it is; empty if there is one only
public record TopicDefinition(
        String name,
        Kind kind,
        Keys keys,
        Keys group,
        boolean standard,
        Audience audience,
        OptionalInt retention,
        int textLimit,
        Optional<TopicVariant> variant) {

    /// What a reader that falls behind gets.
    public enum Kind {
        /// The latest message of each key: older ones are merged into it.
        LATEST,
        /// Each message, in order, or a gap where some are lost.
        EVERY,
        /// The whole text so far in one message, then its next pieces.
        GROWING
    }

    /// Who reads a message.
    public enum Audience {
        /// Everyone who asks for the topic.
        ALL,
        /// Only its owner: the topic is private.
        OWNER
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Set<String> EVENTS_OF_THE_STREAM = Set.of("hello", "gap", "heartbeat", "goodbye");
    private static final int DEFAULT_TEXT_LIMIT = 100_000;

    public TopicDefinition {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'%s' is not a name for a topic".formatted(name));
        }
        if (EVENTS_OF_THE_STREAM.contains(name)) {
            throw new IllegalArgumentException("'%s' is an event of the stream itself".formatted(name));
        }
        if (kind == Kind.GROWING && keys.parameter().isEmpty()) {
            throw new IllegalArgumentException("growing topic '%s' has no key to tell its texts apart".formatted(name));
        }
        if (retention.isPresent() && retention.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "topic '%s' retains %s, not at least 1".formatted(name, retention.getAsInt()));
        }
        if (textLimit < 1) {
            throw new IllegalArgumentException(
                    "texts of topic '%s' have up to %s characters, not at least 1".formatted(name, textLimit));
        }
    }

    /// A topic of which only the latest message of each key matters.
    public static TopicDefinition latest(String name) {
        return of(name, Kind.LATEST, Keys.NONE);
    }

    /// A topic of which each message matters.
    public static TopicDefinition every(String name) {
        return of(name, Kind.EVERY, Keys.NONE);
    }

    /// A topic of texts that are appended to.
    ///
    /// @param parameter the property of a message that says which text it belongs to, and the parameter to filter
    ///     by
    /// @param known whether there is such a text; asked on every request, so it must be quick and safe for any
    ///     thread
    public static TopicDefinition growing(String name, String parameter, Predicate<String> known) {
        return of(name, Kind.GROWING, new Keys(parameter, known));
    }

    private static TopicDefinition of(String name, Kind kind, Keys keys) {
        return new TopicDefinition(
                name,
                kind,
                keys,
                Keys.NONE,
                false,
                Audience.ALL,
                OptionalInt.empty(),
                DEFAULT_TEXT_LIMIT,
                Optional.empty());
    }

    /// The same topic, with keys.
    ///
    /// @param parameter the property that holds the key, and the parameter to filter by, such as `symbol`
    /// @param known whether there is such a key; asked on every request, so it must be quick and safe for any
    ///     thread
    public TopicDefinition keyedBy(String parameter, Predicate<String> known) {
        return new TopicDefinition(
                name, kind, new Keys(parameter, known), group, standard, audience, retention, textLimit, variant);
    }

    /// The same topic, whose messages belong to groups; one without a group passes every filter.
    ///
    /// @param parameter the property that says the group, and the parameter to filter by
    /// @param known as for keys
    public TopicDefinition groupedBy(String parameter, Predicate<String> known) {
        return new TopicDefinition(
                name, kind, keys, new Keys(parameter, known), standard, audience, retention, textLimit, variant);
    }

    /// All that a request can filter it by.
    public List<Keys> filters() {
        return Stream.of(keys, group)
                .filter(each -> !each.parameter().isEmpty())
                .toList();
    }

    /// The same topic, sent to readers that name no topic.
    public TopicDefinition asStandard() {
        return new TopicDefinition(name, kind, keys, group, true, audience, retention, textLimit, variant);
    }

    /// The same topic, where each message has an owner, and nobody else reads it.
    public TopicDefinition asPrivate() {
        return new TopicDefinition(name, kind, keys, group, standard, Audience.OWNER, retention, textLimit, variant);
    }

    /// The same topic, with a retention of its own.
    public TopicDefinition retaining(int count) {
        return new TopicDefinition(
                name, kind, keys, group, standard, audience, OptionalInt.of(count), textLimit, variant);
    }

    /// The same growing topic, with another limit for the length of a text.
    public TopicDefinition limitingTextsTo(int characters) {
        return new TopicDefinition(name, kind, keys, group, standard, audience, retention, characters, variant);
    }

    /// This topic as one form of several.
    TopicDefinition as(TopicVariant form) {
        return new TopicDefinition(
                name, kind, keys, group, standard, audience, retention, textLimit, Optional.of(form));
    }

    /// Throws `IllegalArgumentException` if two of them have one name and one form.
    static void requireDistinct(Set<TopicDefinition> topics) {
        var names = new HashSet<String>();
        for (TopicDefinition topic : topics) {
            if (!names.add(topic.name + topic.variant.map(TopicVariant::value).orElse(""))) {
                throw new IllegalArgumentException("two topics are called '%s'".formatted(topic.name));
            }
        }
    }

    /// Whether a request that chooses so gets this topic.
    ///
    /// @param chosen by the name of a parameter, the values that the request has for it
    public boolean isChosen(Map<String, Set<String>> chosen) {
        return variant.map(form -> {
                    Set<String> values = chosen.get(form.choice().parameter());
                    return values == null ? form.isStandard() : values.contains(form.value());
                })
                .orElse(true);
    }

    /// What a request can choose by; empty if there is one form only.
    public Optional<TopicChoice> choice() {
        return variant.map(TopicVariant::choice);
    }

    public boolean isPrivate() {
        return audience == Audience.OWNER;
    }

    /// What clients are told of it.
    public TopicInfo info() {
        return new TopicInfo(
                name,
                wireName(kind),
                wireName(keys),
                wireName(group),
                standard,
                wireName(audience),
                choice().orElse(null));
    }

    private static @Nullable String wireName(Keys keys) {
        return keys.parameter().isEmpty() ? null : keys.parameter();
    }

    private static String wireName(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
