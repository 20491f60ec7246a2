package tickertape.tape.delivery;

import java.io.OutputStream;
import java.time.Duration;
import tickertape.testing.FakeTime;
import tickertape.testing.Recording;

/// A client that takes each write a little slowly.
final class Dawdler extends OutputStream {

    final Recording passed = new Recording();
    private final FakeTime time;
    private volatile Duration took = Duration.ZERO;

    Dawdler(FakeTime time) {
        this.time = time;
    }

    void dawdle() {
        took = Duration.ofMillis(15);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        time.pass(took);
        passed.write(bytes, offset, length);
    }
}
