package tickertape.wire;

import org.jspecify.annotations.Nullable;

/// What a stream says of a topic in its [Hello], so that a client can read topics that it was not built for.
///
/// @param name the `event:` of its messages, and what the parameter `topic` names it by
/// @param kind what a reader that falls behind gets: `latest` of each key, or `every` message or a gap
/// @param key the parameter by which a request filters it, and the property that holds the key; null where it has no
///     keys
/// @param group another parameter by which a request filters it, which is a property too: a message without it
///     passes every filter; null where there is none
/// @param standard whether a request that names no topic gets it
/// @param audience who reads a message: `all`, or only its `owner`
/// @param choice which forms of it there are; null where there is one only
public record TopicInfo(
        String name,
        String kind,
        @Nullable String key,
        @Nullable String group,
        boolean standard,
        String audience,
        @Nullable TopicChoice choice) {}
