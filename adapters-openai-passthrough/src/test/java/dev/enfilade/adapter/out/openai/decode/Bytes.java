package dev.enfilade.adapter.out.openai.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A body in memory that ends well or badly, and remembers that it was closed. */
final class Bytes implements ByteStream {

    private final ByteArrayInputStream bytes;
    private final @Nullable Failure ending;
    private boolean closed;

    private Bytes(byte[] bytes, @Nullable Failure ending) {
        this.bytes = new ByteArrayInputStream(bytes);
        this.ending = ending;
    }

    static Bytes of(String text) {
        return of(text.getBytes(UTF_8));
    }

    static Bytes of(byte[] bytes) {
        return new Bytes(bytes, null);
    }

    static Bytes endingIn(Failure ending, String text) {
        return new Bytes(text.getBytes(UTF_8), ending);
    }

    /** A file that shows what some server answers, from the folder of answers if its name has no other. */
    static String answer(String file) {
        String path = file.startsWith("/") ? file : "/answers/" + file;
        try (InputStream resource = Bytes.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalArgumentException("no such file: " + file);
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public int read(byte[] buffer) {
        int count = bytes.read(buffer, 0, buffer.length);
        if (count < 0 && ending != null) {
            throw new FailureException(ending);
        }
        return count;
    }

    @Override
    public void close() {
        closed = true;
    }
}
