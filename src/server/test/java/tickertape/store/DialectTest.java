package tickertape.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What H2 and PostgreSQL say differently.
class DialectTest {

    private static final List<String> KEYS = List.of("symbol", "start");
    private static final List<String> COLUMNS = List.of("symbol", "start", "price");

    @Test
    void addressTellsTheDialect() {
        assertThat(Dialect.of("jdbc:h2:file:/data/tickertape;WRITE_DELAY=0")).isEqualTo(Dialect.H2);
        assertThat(Dialect.of("jdbc:postgresql://db/tickertape")).isEqualTo(Dialect.POSTGRESQL);
    }

    @Test
    void otherAddressIsRefusedWithoutItsParameters() {
        assertThatThrownBy(() -> Dialect.of("jdbc:mysql://db/tickertape?password=secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("database.url 'jdbc:mysql://db/tickertape' begins with none of"
                        + " [jdbc:h2:, jdbc:postgresql:]");
    }

    @Test
    void placeIsSaidWithoutParameters() {
        assertThat(Dialect.H2.place("jdbc:h2:file:/data//tickertape;PASSWORD=secret"))
                .isEqualTo("H2 in /data/tickertape");
        assertThat(Dialect.POSTGRESQL.place("jdbc:postgresql://db:5432/tickertape?password=secret"))
                .isEqualTo("PostgreSQL at db:5432/tickertape");
    }

    @Test
    void fileIsKnownWhereItIsOnThisMachine() {
        assertThat(Dialect.H2.file("jdbc:h2:file:/data//tickertape;PASSWORD=secret"))
                .contains(Path.of("/data/tickertape"));
        assertThat(Dialect.H2.file("jdbc:h2:~/tickertape"))
                .contains(Path.of(System.getProperty("user.home"), "tickertape"));
        assertThat(Dialect.H2.file("jdbc:h2:tcp://db/tickertape")).isEmpty();
        assertThat(Dialect.H2.file("jdbc:h2:mem:tickertape")).isEmpty();
        assertThat(Dialect.POSTGRESQL.file("jdbc:postgresql://db:5432/tickertape"))
                .isEmpty();
    }

    @Test
    void bothWriteARowOrReplaceIt() {
        assertThat(Dialect.H2.upsert("bars", KEYS, COLUMNS))
                .isEqualTo("MERGE INTO bars (symbol, start, price) KEY (symbol, start) VALUES (?, ?, ?)");
        assertThat(Dialect.POSTGRESQL.upsert("bars", KEYS, COLUMNS))
                .isEqualTo("INSERT INTO bars (symbol, start, price) VALUES (?, ?, ?)"
                        + " ON CONFLICT (symbol, start) DO UPDATE SET price = EXCLUDED.price");
    }
}
