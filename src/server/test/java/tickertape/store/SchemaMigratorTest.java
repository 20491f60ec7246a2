package tickertape.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables become those that the server needs, or the reason is said why not.
class SchemaMigratorTest {

    private static final String ONE = "CREATE TABLE bars (n INT)";
    private static final String TWO = "ALTER TABLE bars ADD COLUMN m INT";

    @TempDir
    private Path folder;

    @AutoClose
    private final TestDatabase test = TestDatabase.untouched();

    private MigrationFiles files;

    @BeforeEach
    void lay() {
        files = new MigrationFiles(folder);
    }

    @Test
    void migrationsRunInTheirOrderAndOnlyOnce() {
        migrate(files.with("bars", ONE), "bars");
        migrate(files.with("bars", ONE, TWO), "bars");
        migrate(files, "bars");

        assertThat(test.execute("INSERT INTO bars (n, m) VALUES (1, 2)")).isEqualTo(1);
    }

    @Test
    void featuresDoNotKnowEachOther() {
        migrate(files.with("bars", ONE), "bars");
        migrate(files.with("notes", "CREATE TABLE notes (n INT)"), "notes");
        migrate(files, "bars");

        assertThat(test.execute("INSERT INTO notes VALUES (1)")).isEqualTo(1);
        assertThat(test.execute("DELETE FROM \"bars_schema_history\" WHERE \"version\" = '1'"))
                .isEqualTo(1);
    }

    @Test
    void whatADialectSaysDifferentlyIsInItsOwnFolder() {
        files.with("bars", ONE)
                .write("bars", "h2", "flyway.location", "")
                .write("bars", "h2", "V2__step.sql", TWO)
                .write("bars", "postgresql", "flyway.location", "")
                .write("bars", "postgresql", "V2__step.sql", "CREATE TABLE wrong (n INT)");

        migrate(files, "bars");

        assertThat(test.execute("INSERT INTO bars (n, m) VALUES (1, 2)")).isEqualTo(1);
    }

    @Test
    void newerTablesAreRefused() {
        migrate(files.with("bars", ONE, TWO), "bars");
        files.without("bars", "V2__step.sql");

        assertThatThrownBy(() -> migrate(files, "bars"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("the tables of bars are of version 2 (step), which this server does not know: start a newer"
                        + " one");
    }

    @Test
    void halfMigratedTablesAreRefusedAtOnceAndEverAfter() {
        files.with("bars", ONE, "ALTER TABLE bars ADD COLUMN m INT; ALTER TABLE missing ADD COLUMN m INT");

        assertThatThrownBy(() -> migrate(files, "bars"))
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith("the tables of bars can't be migrated: ")
                .hasMessageContaining("V2__step.sql");
        assertThatThrownBy(() -> migrate(files.with("bars", ONE, TWO), "bars"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("the tables of bars are half migrated: version 2 (step) failed; restore a backup");
    }

    /// PostgreSQL takes a migration that fails back, so that it can be tried again.
    @Test
    void halfMigratedTablesOfPostgresAreRefusedToo() throws SQLException {
        try (var postgres = TestDatabase.of(Dialect.POSTGRESQL)) {
            files.with("bars", ONE, "ALTER TABLE bars ADD COLUMN m INT; ALTER TABLE missing ADD COLUMN m INT");
            assertThatThrownBy(() -> migrate(postgres)).isInstanceOf(SchemaException.class);
            files.with("bars", ONE, TWO);
            migrate(postgres);
            assertThat(postgres.execute("INSERT INTO bars (n, m) VALUES (1, 2)"))
                    .isEqualTo(1);

            // As Flyway leaves a migration that cannot be taken back.
            postgres.execute("UPDATE \"bars_schema_history\" SET success = FALSE WHERE version = '2'");
            assertThatThrownBy(() -> migrate(postgres))
                    .isInstanceOf(SchemaException.class)
                    .hasMessage("the tables of bars are half migrated: version 2 (step) failed; restore a backup");
        }
    }

    @Test
    void migrationThatWasChangedAfterwardsIsRefused() {
        migrate(files.with("bars", ONE), "bars");

        assertThatThrownBy(() -> migrate(files.with("bars", "CREATE TABLE bars (other INT)"), "bars"))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void folderWithoutItsMarkerIsRefused() {
        files.with("bars", ONE).without("bars", "flyway.location");

        assertThatThrownBy(() -> migrate(files, "bars"))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("flyway.location");
    }

    @Test
    void folderWithoutMigrationsIsRefused() {
        assertThatThrownBy(() -> migrate(files.with("bars"), "bars"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("there are no migrations of bars in its folders");
    }

    @Test
    void databaseThatIsAwayIsNoFaultOfTheTables() {
        files.with("bars", ONE);
        test.goAway();

        assertThatThrownBy(() -> migrate(files, "bars"))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("it is away");
    }

    @Test
    void nameThatIsNoNameIsRefused() {
        assertThatThrownBy(() -> new Migrations("../bars")).isInstanceOf(IllegalArgumentException.class);
    }

    private void migrate(TestDatabase database) {
        database.migrator(files.loader()).migrate(new Migrations("bars"));
    }

    private void migrate(MigrationFiles migrations, String feature) {
        test.migrator(migrations.loader()).migrate(new Migrations(feature));
    }
}
