package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickertape.market.Samples;
import tickertape.testing.LogRecords;
import tickertape.wire.Symbol;

/// Files of instruments are read again when they have changed, and one that is no good changes nothing.
class ReferenceDataTest {

    private static final Symbol ACME = new Symbol("ACME");

    @TempDir
    private Path folder;

    private final LogRecords log = new LogRecords(ReferenceData.class);
    private Path file;
    private long writes;

    @BeforeEach
    void begin() throws IOException {
        file = folder.resolve("instruments.csv");
        write("symbol,name\nACME,Acme Inc.\n");
        log.listen();
    }

    @AfterEach
    void end() {
        log.close();
    }

    @Test
    void fileThatHasChangedIsReadWhenItIsWritten() throws IOException {
        ReferenceData data = data();
        data.look();
        assertThat(data.read()).isEqualTo(1);

        write("symbol,name\nACME,Acme Corp.\n");
        data.look();
        assertThat(name(data)).as("it may be half written").contains("Acme Inc.");
        data.look();

        assertThat(name(data)).contains("Acme Corp.");
        data.look();
        assertThat(data.read()).isEqualTo(2);
        assertThat(log.lines())
                .containsExactly(file + " describes 1 instruments", file + " has changed, and describes 1 instruments");
    }

    @Test
    void fileThatIsWrittenAndWrittenIsNotReadBefore() throws IOException {
        ReferenceData data = data();

        for (int i = 0; i < 3; i++) {
            write("symbol,name\nACME,Name %s\n".formatted(i));
            data.look();
        }

        assertThat(data.read()).isEqualTo(1);
    }

    @Test
    void badFileChangesNothingAndIsToldOnce() throws IOException {
        ReferenceData data = data();
        write("symbol,name\nACME\n");

        lookAgain(data, 5);

        assertThat(name(data)).contains("Acme Inc.");
        assertThat(data.refused()).isEqualTo(1);
        assertThat(data.read()).isEqualTo(1);
        assertThat(log.lines())
                .last()
                .isEqualTo("Instruments stay as they were: " + file
                        + ", line 2: 1 columns instead of the 2 of the header");
        assertThat(log.lines()).hasSize(2);

        write("symbol,name\nACME,Good again\n");
        lookAgain(data, 2);

        assertThat(name(data)).contains("Good again");
    }

    @Test
    void fileThatIsAwayIsReadWhenItIsBack() throws IOException {
        ReferenceData data = data();
        Files.delete(file);
        lookAgain(data, 5);

        assertThat(name(data)).contains("Acme Inc.");
        assertThat(data.refused()).isEqualTo(1);
        assertThat(log.lines()).last().isEqualTo("Instruments stay as they were: " + file + ": is not there");

        write("symbol,name\nACME,Back\n");
        lookAgain(data, 2);

        assertThat(name(data)).contains("Back");
    }

    @Test
    void calendarThatHasChangedIsReadToo() throws IOException {
        Path calendars = folder.resolve("calendars.csv");
        write(calendars, "calendar,zone,hours\nX,UTC,09:00-17:00\n");
        write("symbol,calendar\nACME,X\n");
        ReferenceData data = ReferenceData.of(file, Optional.of(calendars));

        write(calendars, "calendar,zone,hours\nX,UTC,09:00-17:30\n");
        lookAgain(data, 2);

        assertThat(data.row(ACME).flatMap(InstrumentRow::hours).orElseThrow().hours())
                .extracting(Object::toString)
                .containsExactly("09:00-17:30");
    }

    @Test
    void badFileAtTheStartIsAReasonNotToStart() throws IOException {
        write("symbol,tickSize\nACME,0\n");

        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(this::data)
                .withMessage("%s, line 2: ACME: tickSize '0' is not positive", file);
    }

    @Test
    void withoutAFileNothingIsKnown() {
        var settings = new InstrumentsSettings();
        settings.file = Optional.empty();
        settings.calendars = Optional.empty();

        assertThat(settings.read()).isSameAs(ReferenceData.NONE);
        ReferenceData.NONE.look();
        assertThat(ReferenceData.NONE.isPresent()).isFalse();
        assertThat(ReferenceData.NONE.row(ACME)).isEmpty();
        settings.calendars = Optional.of("calendars.csv");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(settings::read)
                .withMessage("instruments.calendars is set, but instruments.file is not");
    }

    private ReferenceData data() {
        return ReferenceData.of(file, Optional.empty());
    }

    private static Optional<String> name(ReferenceData data) {
        return data.row(ACME).flatMap(InstrumentRow::name);
    }

    private static void lookAgain(ReferenceData data, int times) {
        for (int i = 0; i < times; i++) {
            data.look();
        }
    }

    private void write(String text) throws IOException {
        write(file, text);
    }

    // Each time is another one, however coarse the clock of the file system.
    private void write(Path target, String text) throws IOException {
        Files.writeString(target, text);
        Files.setLastModifiedTime(target, FileTime.from(Samples.NOON.plusSeconds(++writes)));
    }
}
