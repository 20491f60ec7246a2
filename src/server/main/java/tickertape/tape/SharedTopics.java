package tickertape.tape;

import java.util.Set;

/// The topics of a feature that is ready for several servers with one tape. Topics that no bean of this type names keep
/// such servers from starting.
public record SharedTopics(Set<String> names) {

    public SharedTopics {
        names = Set.copyOf(names);
    }
}
