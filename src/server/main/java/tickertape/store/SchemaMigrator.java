package tickertape.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/// Brings the tables of a feature to the version that this server needs.
///
/// Flyway looks for callbacks in `db/callback` too, whatever it is told. There is only the marker of that folder,
/// so that it does not complain.
final class SchemaMigrator {

    private static final String LATEST = "latest";
    private static final String MARKER = "/flyway.location";
    private static final Set<MigrationState> NEWER =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.MISSING_SUCCESS);

    private final DataSource source;
    private final Dialect dialect;
    private final ClassLoader files;

    /// @param files finds the migrations
    SchemaMigrator(DataSource source, Dialect dialect, ClassLoader files) {
        this.source = source;
        this.dialect = dialect;
        this.files = files;
    }

    /// Applies what is missing. Throws `SchemaException` when the tables are newer, half migrated, or changed by
    /// hand, and `DatabaseException` when the database does not answer.
    void migrate(Migrations migrations) {
        try {
            Flyway flyway = flyway(migrations, LATEST);
            check(migrations, flyway.info().all());
            flyway.migrate();
        } catch (FlywayException e) {
            throw Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                    .filter(SQLException.class::isInstance)
                    .map(SQLException.class::cast)
                    .filter(SqlFailures::isRetryable)
                    .findFirst()
                    .<RuntimeException>map(away -> new DatabaseException(SqlFailures.message(away), true, e))
                    .orElseGet(() -> new SchemaException(
                            "the tables of %s can't be migrated: %s".formatted(migrations.feature(), e.getMessage()),
                            e));
        }
    }

    /// @param target the last version that is applied
    Flyway flyway(Migrations migrations, String target) {
        return Flyway.configure(files)
                .dataSource(source)
                .table(migrations.historyTable())
                .locations(locations(migrations))
                // The tables of other features are in the same schema.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // By default, newer tables would be accepted.
                .ignoreMigrationPatterns(new String[0])
                .callbacks(new NoTimeLimit(dialect))
                .target(target)
                .load();
    }

    private String[] locations(Migrations migrations) {
        List<String> found = migrations.folders(dialect).stream()
                .filter(folder -> files.getResource(folder + MARKER) != null)
                .map(folder -> "classpath:" + folder)
                .toList();
        if (found.isEmpty()) {
            throw new SchemaException(
                    "there are no migrations of %s: none of %s has a file flyway.location"
                            .formatted(migrations.feature(), migrations.folders(dialect)),
                    null);
        }
        return found.toArray(String[]::new);
    }

    private static void check(Migrations migrations, MigrationInfo[] all) {
        String feature = migrations.feature();
        Arrays.stream(all)
                .filter(info -> info.getState().isFailed())
                .findFirst()
                .ifPresent(failed -> {
                    throw new SchemaException(
                            "the tables of %s are half migrated: version %s (%s) failed; restore a backup"
                                    .formatted(feature, failed.getVersion(), failed.getDescription()),
                            null);
                });
        Arrays.stream(all)
                .filter(info -> NEWER.contains(info.getState()))
                .findFirst()
                .ifPresent(newer -> {
                    throw new SchemaException(
                            "the tables of %s are of version %s (%s), which this server does not know: start a newer one"
                                    .formatted(feature, newer.getVersion(), newer.getDescription()),
                            null);
                });
        if (all.length == 0) {
            throw new SchemaException("there are no migrations of %s in its folders".formatted(feature), null);
        }
    }
}
