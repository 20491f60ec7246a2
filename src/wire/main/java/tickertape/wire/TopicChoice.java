package tickertape.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which forms of a topic a request can choose from, by a parameter; also a property of each message.
///
/// @param parameter such as `interval`
/// @param values all it can be
/// @param standard the one of them that a request without the parameter gets
public record TopicChoice(String parameter, List<String> values, String standard) {

    // Not compact, for the same reason as in Hello.
    public TopicChoice(String parameter, List<String> values, String standard) {
        this.parameter = parameter;
        this.values = copy(values);
        this.standard = standard;
    }

    // JSON-B passes null for a property that is not there.
    private static List<String> copy(@Nullable List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
