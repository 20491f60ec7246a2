package tickertape.tape.sse;

import java.io.IOException;
import java.io.OutputStream;
import tickertape.tape.Frame;
import tickertape.tape.gzip.Compression;
import tickertape.tape.gzip.GzipWriter;

/// The body of a response, in the coding that its client wants. Each call but the last returns how many bytes it has
/// written. One thread uses it.
sealed interface EventOutput {

    /// Events of this client alone.
    int write(byte[] events) throws IOException;

    /// Events that others may get as well.
    int write(Frame frame) throws IOException;

    /// Nothing follows.
    int end() throws IOException;

    void flush() throws IOException;

    /// As they are.
    record Plain(OutputStream out) implements EventOutput {

        @Override
        public int write(byte[] events) throws IOException {
            out.write(events);
            return events.length;
        }

        @Override
        public int write(Frame frame) throws IOException {
            return write(frame.plain());
        }

        @Override
        public int end() {
            return 0;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }

    /// As gzip.
    record Gzip(GzipWriter gzip, OutputStream out) implements EventOutput {

        Gzip(OutputStream out) {
            this(new GzipWriter(out), out);
        }

        @Override
        public int write(byte[] events) throws IOException {
            return gzip.write(Compression.NONE.block(events));
        }

        @Override
        public int write(Frame frame) throws IOException {
            return gzip.write(frame.block());
        }

        @Override
        public int end() throws IOException {
            return gzip.end();
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
