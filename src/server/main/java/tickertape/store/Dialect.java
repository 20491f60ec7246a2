package tickertape.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The kind of the database, for the few things that H2 and PostgreSQL say differently.
public enum Dialect {
    /// H2, inside the server, in a file.
    H2("jdbc:h2:") {
        // Nothing goes over a network, and a statement that waits for a lock gives up after H2's own two seconds.
        @Override
        void limit(Connection connection, Duration time) {}

        @Override
        void unlimit(Connection connection) {}

        // What is committed is in its memory for a while (WRITE_DELAY).
        @Override
        void sync(Connection connection) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        }

        @Override
        String platform() {
            return "org.eclipse.persistence.platform.database.H2Platform";
        }

        @Override
        public String upsert(String table, List<String> keys, List<String> columns) {
            return "MERGE INTO %s (%s) KEY (%s) VALUES (%s)"
                    .formatted(table, String.join(", ", columns), String.join(", ", keys), marks(columns));
        }

        @Override
        String place(String url) {
            return "H2 in " + withoutScheme(url);
        }

        @Override
        Optional<Path> file(String url) {
            String place = withoutScheme(url);
            // Others are in memory, behind a port, in an archive; a single letter is a disk.
            return OTHER_PLACE.matcher(place).lookingAt()
                    ? Optional.empty()
                    : Optional.of(Path.of(
                            place.replaceFirst("^~", Matcher.quoteReplacement(System.getProperty("user.home", "")))));
        }

        private String withoutScheme(String url) {
            return withoutPrefix(url)
                    .replaceFirst(";.*", "")
                    .replaceFirst("^file:", "")
                    .replace("//", "/");
        }
    },
    /// PostgreSQL, on a machine of its own.
    POSTGRESQL("jdbc:postgresql:") {
        // The database ends a statement that takes longer. If it is gone itself, the driver ends the connection.
        @Override
        void limit(Connection connection, Duration time) throws SQLException {
            long millis = time.toMillis();
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(millis + SLACK.toMillis()));
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL statement_timeout = " + millis);
            }
        }

        @Override
        void unlimit(Connection connection) throws SQLException {
            connection.setNetworkTimeout(Runnable::run, 0);
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL statement_timeout = 0");
            }
        }

        // A commit ends when it is on the disk.
        @Override
        void sync(Connection connection) {}

        @Override
        String platform() {
            return "org.eclipse.persistence.platform.database.PostgreSQLPlatform";
        }

        @Override
        public String upsert(String table, List<String> keys, List<String> columns) {
            String updates = columns.stream()
                    .filter(column -> !keys.contains(column))
                    .map(column -> column + " = EXCLUDED." + column)
                    .collect(Collectors.joining(", "));
            return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s"
                    .formatted(table, String.join(", ", columns), marks(columns), String.join(", ", keys), updates);
        }

        @Override
        String place(String url) {
            return "PostgreSQL at "
                    + withoutPrefix(url).replaceFirst("\\?.*", "").replaceFirst("^//", "");
        }
    };

    private static final Pattern OTHER_PLACE = Pattern.compile("[a-z]{2,}:", Pattern.CASE_INSENSITIVE);

    private static final Duration SLACK = Duration.ofSeconds(5);

    private final String prefix;

    Dialect(String prefix) {
        this.prefix = prefix;
    }

    /// The dialect of a JDBC address; throws `IllegalArgumentException` when there is no driver for it.
    static Dialect of(String url) {
        return Arrays.stream(values())
                .filter(dialect -> url.startsWith(dialect.prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("database.url '%s' begins with none of %s"
                        .formatted(
                                url.replaceFirst("[;?].*", ""),
                                List.of(values()).stream()
                                        .map(dialect -> dialect.prefix)
                                        .toList())));
    }

    /// The statement that inserts a row, or replaces the one with the same key; its parameters are the columns in
    /// order.
    ///
    /// @param keys the columns of the primary key, which are among the columns
    public abstract String upsert(String table, List<String> keys, List<String> columns);

    /// How the persistence provider calls it: asked by a name, it need not connect before the database answers.
    abstract String platform();

    /// The folder of migrations that are written for this dialect.
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Bounds how long each statement of a transaction takes that has just begun.
    abstract void limit(Connection connection, Duration time) throws SQLException;

    /// Lets each statement of a transaction take as long as it needs.
    abstract void unlimit(Connection connection) throws SQLException;

    /// Puts on the disk whatever is committed, if a commit has not done that.
    abstract void sync(Connection connection) throws SQLException;

    /// Where the data is, in words, without any password in the address.
    abstract String place(String url);

    /// The file that the database writes on a disk of this machine.
    Optional<Path> file(String url) {
        return Optional.empty();
    }

    static String marks(List<String> columns) {
        return String.join(", ", Collections.nCopies(columns.size(), "?"));
    }

    String withoutPrefix(String url) {
        return url.substring(prefix.length());
    }
}
