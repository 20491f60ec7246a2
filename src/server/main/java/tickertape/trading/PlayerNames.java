package tickertape.trading;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tickertape.identity.Caller;
import tickertape.identity.CallerNames;

/// What players are called on the board: nobody by a name of somebody else's account, or as the house calls its own.
///
/// @param known what an account is called there now
record PlayerNames(CallerNames names, Function<String, Optional<String>> known) {

    /// More marks than a letter has; the rest would cover the rows around it.
    private static final Pattern PILE = Pattern.compile("(\\p{M}{2})\\p{M}+");

    /// The house has a colon in its names, and what looks like one would do as well.
    private static final Pattern COLON =
            Pattern.compile("[:\\x{2D0}\\x{2D1}\\x{2236}\\x{A789}\\x{FE13}\\x{FE55}\\x{FF1A}]");

    /// Throws `DatabaseException` while the database is away.
    String shown(Caller caller) {
        if (!Caller.isElsewhere(caller.id())) {
            return caller.name();
        }
        String name = tamed(caller);
        // Asked once, as an order does not wait for it each time.
        return known.apply(caller.id())
                .filter(before -> before.equals(name) || before.equals(name + CallerNames.MARK))
                .orElseGet(() -> names.shown(caller.id(), name));
    }

    private static String tamed(Caller caller) {
        String name = COLON.matcher(PILE.matcher(caller.name()).replaceAll("$1"))
                .replaceAll(" ")
                .strip();
        return name.isEmpty() ? caller.id() : name;
    }
}
