package it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The protocol page names everything that exists, and nothing else.
class ProtocolPageTest {

    private static final Path PAGE = Path.of("src/docs/protocol.md");
    private static final String HEADING = "### ";

    @Test
    void everyEventHasItsHeading() throws IOException {
        List<String> headings = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith(HEADING))
                .map(line -> line.substring(HEADING.length()))
                .toList();

        assertThat(headings).containsExactlyInAnyOrderElementsOf(new Schemas().events());
    }
}
