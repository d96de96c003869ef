package dev.enfilade.adapter.out.openai.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.enfilade.domain.failure.Failure.BodyTooSlow;
import dev.enfilade.domain.failure.FailureException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** A body whose sender stops in the middle. */
record BrokenOff() implements OutgoingBody {

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write("half".getBytes(US_ASCII));
        out.flush();
        throw new FailureException(new BodyTooSlow());
    }

    @Override
    public boolean repeatable() {
        return false;
    }
}
