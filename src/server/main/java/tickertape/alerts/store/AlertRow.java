package tickertape.alerts.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tickertape.alerts.definition.Alert;
import tickertape.alerts.definition.ConditionFormat;
import tickertape.alerts.definition.Repetition;
import tickertape.store.EpochMicros;
import tickertape.wire.Symbol;

/// An alert as columns.
final class AlertRow {

    private static final List<String> NAMES = List.of(
            "id",
            "owner",
            "symbol",
            "terms",
            "pause_seconds",
            "ends",
            "note",
            "state",
            "round",
            "rests_until",
            "last_fired",
            "created",
            "revision",
            "changed");

    static final String COLUMNS = String.join(", ", NAMES);

    static final String MARKS = String.join(", ", Collections.nCopies(NAMES.size(), "?"));

    /// All but the key, as an `UPDATE` sets them.
    static final String ASSIGNMENTS = String.join(" = ?, ", NAMES.subList(1, NAMES.size())) + " = ?";

    private AlertRow() {}

    static Alert read(ResultSet row) throws SQLException {
        int pause = row.getInt(5);
        Repetition repetition = row.wasNull() ? Repetition.ONCE : new Repetition(true, Duration.ofSeconds(pause));
        return new Alert(
                row.getString(1),
                row.getString(2),
                new Symbol(row.getString(3)),
                ConditionFormat.parse(row.getString(4)),
                repetition,
                time(row, 6),
                row.getString(7),
                Alert.State.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
                row.getLong(9),
                time(row, 10),
                time(row, 11),
                EpochMicros.instant(row.getLong(12)),
                row.getLong(13));
    }

    /// Sets all columns in their order.
    static void write(PreparedStatement statement, Alert alert, Instant now) throws SQLException {
        statement.setString(1, alert.id());
        writeRest(statement, 2, alert, now);
    }

    /// Sets all columns but the key, and returns the place after them.
    static int writeRest(PreparedStatement statement, int from, Alert alert, Instant now) throws SQLException {
        int at = from;
        statement.setString(at++, alert.owner());
        statement.setString(at++, alert.symbol().text());
        statement.setString(at++, ConditionFormat.text(alert.condition()));
        if (alert.repetition().isRepeated()) {
            statement.setInt(at++, Math.toIntExact(alert.repetition().pause().toSeconds()));
        } else {
            statement.setNull(at++, Types.INTEGER);
        }
        set(statement, at++, alert.ends());
        statement.setString(at++, alert.note());
        statement.setString(at++, name(alert.state()));
        statement.setLong(at++, alert.round());
        set(statement, at++, alert.restsUntil());
        set(statement, at++, alert.lastFired());
        statement.setLong(at++, EpochMicros.of(alert.created()));
        statement.setLong(at++, alert.revision());
        statement.setLong(at++, EpochMicros.of(now));
        return at;
    }

    static String name(Alert.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static void set(PreparedStatement statement, int at, @Nullable Instant time) throws SQLException {
        if (time == null) {
            statement.setNull(at, Types.BIGINT);
        } else {
            statement.setLong(at, EpochMicros.of(time));
        }
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : EpochMicros.instant(micros);
    }
}
