package tickertape.chat;

import jakarta.ws.rs.core.Response.Status;
import java.util.function.Predicate;
import tickertape.web.ProblemException;

/// The rooms that there are: one for all, and one for each instrument, by its symbol.
///
/// @param isSymbol whether an instrument has this symbol by now
record Rooms(Predicate<String> isSymbol) {

    static final String FLOOR = "floor";

    /// Longer than any symbol.
    private static final int LONGEST = 64;

    boolean contains(String room) {
        return room.equals(FLOOR) || isSymbol.test(room);
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
