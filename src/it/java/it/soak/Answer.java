package it.soak;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/// Parses HTTP/1.1 responses while their bytes arrive: one after the other on a connection, or one that never ends.
/// One thread uses it.
public final class Answer {

    private enum Part {
        HEAD,
        SIZE,
        CHUNK,
        CHUNK_END,
        BODY
    }

    private final Consumer<ByteBuffer> body;
    private final Consumer<Boolean> ended;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private Part part = Part.HEAD;
    private int left;
    private boolean chunked;
    private boolean zipped;

    /// @param body gets each part of the body as it arrives
    /// @param ended called at the end of a body: whether it is gzip
    public Answer(Consumer<ByteBuffer> body, Consumer<Boolean> ended) {
        this.body = body;
        this.ended = ended;
    }

    /// Takes the next bytes.
    public void take(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            switch (part) {
                case HEAD, SIZE, CHUNK_END -> takeLine(bytes);
                case CHUNK, BODY -> takeBody(bytes);
            }
        }
    }

    private void takeBody(ByteBuffer bytes) {
        int length = Math.min(left, bytes.remaining());
        body.accept(bytes.slice(bytes.position(), length));
        bytes.position(bytes.position() + length);
        left -= length;
        if (left == 0) {
            if (part == Part.BODY) {
                end();
            } else {
                part = Part.CHUNK_END;
            }
        }
    }

    private void takeLine(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
                line.reset();
                understand(text);
                return;
            }
            line.write(next);
        }
    }

    private void understand(String text) {
        switch (part) {
            case HEAD -> header(text.toLowerCase(Locale.ROOT));
            case SIZE -> size(text);
            case CHUNK_END -> {
                if (left == 0) {
                    part = Part.SIZE;
                } else {
                    end();
                }
            }
            case CHUNK, BODY -> throw new IllegalStateException("no line is read in a body");
        }
    }

    private void header(String text) {
        if (text.startsWith("http/1.1 ") && !text.startsWith("http/1.1 200")) {
            throw new IllegalStateException("refused: " + text);
        } else if (text.startsWith("content-length:")) {
            left = Integer.parseInt(text.substring("content-length:".length()).strip());
        } else if (text.startsWith("transfer-encoding:")) {
            chunked = true;
        } else if (text.startsWith("content-encoding:")) {
            zipped = text.endsWith("gzip");
        } else if (text.isEmpty()) {
            part = chunked ? Part.SIZE : Part.BODY;
        }
    }

    private void size(String text) {
        left = Integer.parseInt(text, 16);
        if (left > 0) {
            part = Part.CHUNK;
        } else {
            // One empty line is still missing.
            left = -1;
            part = Part.CHUNK_END;
        }
    }

    private void end() {
        ended.accept(zipped);
        part = Part.HEAD;
        left = 0;
        chunked = false;
        zipped = false;
    }
}
