package dev.enfilade.adapter.out.openai.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** A text as a body. */
public record TextBody(String text) implements OutgoingBody {

    @Override
    public OptionalLong length() {
        return OptionalLong.of(text.getBytes(UTF_8).length);
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(text.getBytes(UTF_8));
    }
}
