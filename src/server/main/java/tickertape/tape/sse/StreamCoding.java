package tickertape.tape.sse;

import java.io.OutputStream;
import java.util.Locale;

/// How the body of a stream is coded.
public enum StreamCoding {
    IDENTITY,
    GZIP;

    /// Its name in `Content-Encoding`.
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    EventOutput output(OutputStream out) {
        return switch (this) {
            case IDENTITY -> new EventOutput.Plain(out);
            case GZIP -> new EventOutput.Gzip(out);
        };
    }
}
