package tickertape.chat;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tickertape.market.Instrument;
import tickertape.web.ProblemException;

/// The rooms that there are: one for all, and one for each instrument, by its symbol.
record Rooms(Set<String> names) {

    static final String FLOOR = "floor";

    /// Longer than any symbol.
    private static final int LONGEST = 64;

    static Rooms of(List<Instrument> instruments) {
        return new Rooms(Stream.concat(
                        Stream.of(FLOOR),
                        instruments.stream()
                                .map(instrument -> instrument.symbol().text()))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean contains(String room) {
        return names.contains(room);
    }

    /// Throws `ProblemException` 404 that says which there are.
    void require(String room) {
        if (!contains(room)) {
            throw new ProblemException(
                    Status.NOT_FOUND,
                    "there is no room %s: there are %s, and the symbols of GET /api/instruments"
                            .formatted(room.length() > LONGEST ? "of such a long name" : room, FLOOR));
        }
    }
}
