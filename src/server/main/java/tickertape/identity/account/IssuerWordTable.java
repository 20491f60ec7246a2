package tickertape.identity.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tickertape.store.BatchWriter;
import tickertape.store.EpochMicros;
import tickertape.store.RowExpiry;

/// The statements on the last words of issuers. One thread writes.
final class IssuerWordTable implements BatchWriter<IssuerWord> {

    private static final String TABLE = "identity_issuer_word";

    /// How long a word that has ended is kept, so that an older one does not take its place.
    private static final Duration KEPT = Duration.ofDays(1);

    private final RowExpiry expiry;

    IssuerWordTable(InstantSource clock) {
        expiry = new RowExpiry(TABLE, "ends", KEPT, clock);
    }

    /// Writes those that are newer than what is there.
    @Override
    public void write(Connection connection, List<IssuerWord> words) throws SQLException {
        for (IssuerWord word : words) {
            if (!update(connection, word)) {
                insert(connection, word);
            }
        }
        expiry.sweep(connection);
    }

    private static boolean update(Connection connection, IssuerWord word) throws SQLException {
        try (var statement = connection.prepareStatement(
                "UPDATE identity_issuer_word SET realtime = ?, said = ?, ends = ? WHERE account = ? AND said <= ?")) {
            statement.setBoolean(1, word.isRealtime());
            statement.setLong(2, EpochMicros.of(word.said()));
            statement.setLong(3, EpochMicros.of(word.ends()));
            statement.setString(4, word.account());
            statement.setLong(5, EpochMicros.of(word.said()));
            return statement.executeUpdate() == 1;
        }
    }

    private static void insert(Connection connection, IssuerWord word) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO identity_issuer_word (account, realtime, said, ends)
                SELECT CAST(? AS VARCHAR(64)), CAST(? AS BOOLEAN), CAST(? AS BIGINT), CAST(? AS BIGINT)
                WHERE NOT EXISTS (SELECT 1 FROM identity_issuer_word WHERE account = ?)""")) {
            statement.setString(1, word.account());
            statement.setBoolean(2, word.isRealtime());
            statement.setLong(3, EpochMicros.of(word.said()));
            statement.setLong(4, EpochMicros.of(word.ends()));
            statement.setString(5, word.account());
            statement.executeUpdate();
        }
    }

    static Optional<IssuerWord> find(Connection connection, String account) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT realtime, said, ends FROM identity_issuer_word WHERE account = ?")) {
            statement.setString(1, account);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new IssuerWord(
                                account,
                                rows.getBoolean(1),
                                EpochMicros.instant(rows.getLong(2)),
                                EpochMicros.instant(rows.getLong(3))))
                        : Optional.empty();
            }
        }
    }

    static void delete(Connection connection, String account) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM identity_issuer_word WHERE account = ?")) {
            statement.setString(1, account);
            statement.executeUpdate();
        }
    }
}
