package tickertape.feeding;

import java.util.List;

/// The order of the sources in the settings: those that stand there, and then all others. Immutable.
record SourceRanks(List<String> names) {

    SourceRanks {
        names = List.copyOf(names);
    }

    /// Lower for who is preferred.
    int rank(SourceTracker source) {
        int place = names.indexOf(source.name());
        return place < 0 ? names.size() : place;
    }
}
