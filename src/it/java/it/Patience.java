package it;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// How long tests wait for what must happen in the end. No test says so itself: on a busy machine all takes longer, and
/// how fast a server is, soaks and benchmarks measure.
///
/// JUnit finds it by a file in `META-INF/services`.
public final class Patience implements BeforeAllCallback {

    /// So long that whatever has not happened by then never will.
    public static final Duration LONG = Duration.ofMinutes(5);

    @Override
    public void beforeAll(ExtensionContext type) {
        Awaitility.setDefaultTimeout(LONG);
    }
}
