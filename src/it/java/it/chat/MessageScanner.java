package it.chat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/// Finds the messages of one room in a stream while its bytes arrive, and looks at little else: the machine is needed
/// for
/// the server. Throws `IllegalStateException` if one is missing or comes twice. One thread uses it.
final class MessageScanner {

    private static final String HELLO = "event: hello";
    private static final String CHAT = "event: chat";
    private static final String GAP = "event: gap";
    private static final String SEQ = "\"seq\":";
    private static final String TEXT = "\"text\":\"";

    /// As long as the lines that name an event.
    private static final int NAME = HELLO.length();

    private final Runnable greeted;
    private final IntConsumer arrived;
    private byte[] line = new byte[512];
    private int length;
    private boolean isWanted;
    private long last;

    /// @param arrived gets the number that the text of a message ends with
    MessageScanner(Runnable greeted, IntConsumer arrived) {
        this.greeted = greeted;
        this.arrived = arrived;
    }

    void take(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                understand();
                length = 0;
            } else {
                if (isWanted || length < NAME) {
                    keep(next);
                }
                length++;
            }
        }
    }

    private void keep(byte next) {
        if (length == line.length) {
            byte[] longer = new byte[2 * length];
            System.arraycopy(line, 0, longer, 0, length);
            line = longer;
        }
        line[length] = next;
    }

    private void understand() {
        if (isWanted) {
            isWanted = length == 0 || line[0] != 'd';
            if (!isWanted) {
                message(new String(line, 0, length, StandardCharsets.ISO_8859_1));
            }
        } else if (length > 0 && length <= NAME && line[0] == 'e') {
            switch (new String(line, 0, length, StandardCharsets.ISO_8859_1)) {
                case CHAT -> isWanted = true;
                case HELLO -> greeted.run();
                case GAP -> throw new IllegalStateException("a gap after message " + last);
                default -> {
                    // Quotes, and whatever else comes.
                }
            }
        }
    }

    private void message(String data) {
        long seq = number(data, data.indexOf(SEQ) + SEQ.length());
        if (seq != last + 1) {
            throw new IllegalStateException("message %s after %s".formatted(seq, last));
        }
        last = seq;
        int end = data.indexOf('"', data.indexOf(TEXT) + TEXT.length());
        arrived.accept((int) number(data, data.lastIndexOf(' ', end) + 1));
    }

    private static long number(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return Long.parseLong(text, from, end, 10);
    }
}
