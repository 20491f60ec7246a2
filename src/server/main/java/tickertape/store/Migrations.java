package tickertape.store;

import java.util.List;
import java.util.regex.Pattern;

/// The tables of one feature. A bean of this type is found, and its migrations run before anything reads.
///
/// They are files of Flyway, such as `V1__candles.sql`, in the folder `tickertape/<feature>/migrations/common` on
/// the class path of the application; what H2 and PostgreSQL say differently is in `h2` and `postgresql` beside it.
/// Each folder must hold an empty file `flyway.location`, or the server does not find what is in it.
///
/// @param feature a short name, in lower case; tables should begin with it
public record Migrations(String feature) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]*");

    public Migrations {
        if (!NAME.matcher(feature).matches()) {
            throw new IllegalArgumentException("feature '%s' is not of lower case letters".formatted(feature));
        }
    }

    /// The table in which Flyway notes what has been applied.
    String historyTable() {
        return feature + "_schema_history";
    }

    /// The folders in which there may be migrations.
    List<String> folders(Dialect dialect) {
        String folder = "tickertape/" + feature + "/migrations/";
        return List.of(folder + "common", folder + dialect.folder());
    }
}
