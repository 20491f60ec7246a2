package tickertape.tape.delivery;

import java.io.OutputStream;

/// A response that fails in a way which no departing client explains.
final class Broken extends OutputStream {

    @Override
    public void write(int b) {
        throw new IllegalStateException("recycled");
    }
}
