package browser;

import static it.RotatingServer.CUT;
import static it.RotatingServer.EVENTS;
import static it.RotatingServer.NEVER;

import com.microsoft.playwright.Page;
import it.RotatingServer;
import it.fault.Fault;
import it.fault.FaultyProxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The browser's own `EventSource` reads a compressed stream as it is read plainly, through cuts and goodbyes.
class CompressedStreamBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String READ = """
            ([address, count]) => {
              window.lines = [];
              window.remaining = count;
              const source = new EventSource(address);
              for (const name of ['quote', 'trade', 'goodbye']) {
                source.addEventListener(name, ({ lastEventId, data }) => {
                  if (source.readyState === EventSource.CLOSED) return;
                  lines.push(`${lastEventId} ${name} ${data}`);
                  if (name !== 'goodbye' && --remaining === 0) source.close();
                });
              }
            }""";

    @ParameterizedTest
    @ValueSource(ints = {CUT, NEVER})
    void eventSourceReadsTheSame(int bytes) {
        String position = RotatingServer.position();
        List<String> codings = new ArrayList<>();
        List<String> events;
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

            Chromium.await(page, "() => remaining === 0");
            events = List.of(page.evaluate("lines.join('\\n')").toString().split("\n"));
        }

        RotatingServer.assertReadsTheSame(position, bytes, codings, events);
    }
}
