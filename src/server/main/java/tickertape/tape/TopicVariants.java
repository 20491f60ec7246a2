package tickertape.tape;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tickertape.wire.TopicChoice;

/// A topic that comes in several forms, such as bars of several lengths. A request chooses by a parameter; to the tape
/// each form is a topic of its own, and a bean of this type declares them all.
public final class TopicVariants {

    /// No topic at all.
    public static final TopicVariants NONE = new TopicVariants(Map.of());

    private final Map<String, TopicDefinition> topics;

    private TopicVariants(Map<String, TopicDefinition> topics) {
        this.topics = topics;
    }

    /// Declares a topic in several forms.
    ///
    /// @param parameter of the request, and the property of each message that says which form it is of
    /// @param values what the parameter can be
    /// @param standard the value for requests without the parameter
    /// @param topic declares the form of a value; all have the same name
    public static TopicVariants of(
            String parameter, List<String> values, String standard, Function<String, TopicDefinition> topic) {
        Keys.check(parameter);
        var choice = new TopicChoice(parameter, values, standard);
        var topics = new LinkedHashMap<String, TopicDefinition>();
        for (String value : values) {
            topics.put(value, topic.apply(value).as(new TopicVariant(choice, value)));
        }
        if (!topics.containsKey(standard)) {
            throw new IllegalArgumentException("'%s' is none of %s".formatted(standard, values));
        }
        return new TopicVariants(Collections.unmodifiableMap(topics));
    }

    /// Declares a topic in one form, for a feature that may have none.
    public static TopicVariants only(TopicDefinition topic) {
        return new TopicVariants(Map.of("", topic));
    }

    /// The form of a value.
    public TopicDefinition topic(String value) {
        TopicDefinition topic = topics.get(value);
        if (topic == null) {
            throw new IllegalArgumentException("'%s' is none of %s".formatted(value, topics.keySet()));
        }
        return topic;
    }

    /// All forms, in the order of their values.
    public Collection<TopicDefinition> all() {
        return topics.values();
    }
}
