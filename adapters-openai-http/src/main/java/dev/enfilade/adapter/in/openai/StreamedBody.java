package dev.enfilade.adapter.in.openai;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.RelayBody;
import dev.enfilade.domain.stream.ByteStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** A body that passes while the client still sends it, such as an upload; it exists once and is not looked into. */
final class StreamedBody implements RelayBody {

    private final InputStream source;
    private final OptionalLong length;

    StreamedBody(InputStream source, OptionalLong length) {
        this.source = source;
        this.length = length;
    }

    @Override
    public ByteStream open() {
        return new ByteStream() {
            @Override
            public int read(byte[] buffer) {
                try {
                    return source.read(buffer);
                } catch (IOException e) {
                    throw new FailureException(OpenAiErrors.failureOf(e).orElse(new Failure.Cancelled()), e);
                }
            }

            @Override
            public void close() {
                // The server owns the request's stream and reads or drops what is left.
            }
        };
    }

    @Override
    public OptionalLong length() {
        return length;
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public RelayBody withModel(String model) {
        return this;
    }
}
