package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import it.Event;
import it.RotatingServer;
import it.fault.Fault;
import it.fault.FaultyProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The browser's own `EventSource` reads a compressed stream as it is read plainly, through cuts and goodbyes.
class CompressedStreamBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int EVENTS = 10_000;

    /// After so many bytes a stream is cut off, before its goodbye is due.
    private static final int CUT = 60_000;

    private static final int NEVER = Integer.MAX_VALUE;

    private static final String READ = """
            ([address, count]) => {
              window.lines = [];
              window.goodbyes = 0;
              const source = new EventSource(address);
              source.addEventListener('goodbye', () => goodbyes++);
              for (const name of ['quote', 'trade']) {
                source.addEventListener(name, ({ lastEventId, data }) => {
                  if (source.readyState === EventSource.CLOSED) return;
                  lines.push(`${lastEventId} ${name} ${data}`);
                  if (lines.length === count) source.close();
                });
              }
            }""";

    @ParameterizedTest
    @ValueSource(ints = {CUT, NEVER})
    void eventSourceReadsTheSame(int bytes) {
        String position = RotatingServer.position();
        List<String> codings = new ArrayList<>();
        List<Event> changes;
        int goodbyes;
        try (var proxy = new FaultyProxy(RotatingServer.get().uri())) {
            Page page = CHROMIUM.page();
            page.navigate(proxy.uri().resolve("api/about").toString());
            page.onResponse(response -> {
                if (response.url().contains("/api/stream")) {
                    codings.add(response.headers().get("content-encoding"));
                }
            });
            proxy.suffer(new Fault.Cut("", bytes));

            page.evaluate(READ, List.of("/" + RotatingServer.path(position), EVENTS));

            Chromium.await(page, "count => lines.length === count", EVENTS);
            changes = Stream.of(page.evaluate("lines.join('\\n')").toString().split("\n"))
                    .map(RotatingServer::printed)
                    .toList();
            goodbyes = (int) page.evaluate("goodbyes");
        }

        assertThat(codings).containsOnly("gzip");
        // The page itself ends the last one.
        int cuts = codings.size() - goodbyes - 1;
        assertThat(bytes == NEVER ? goodbyes : cuts)
                .as("%s goodbyes, %s cuts", goodbyes, cuts)
                .isPositive();
        assertThat(changes)
                .isEqualTo(RotatingServer.changes(position, changes.getLast().offset()));
    }
}
