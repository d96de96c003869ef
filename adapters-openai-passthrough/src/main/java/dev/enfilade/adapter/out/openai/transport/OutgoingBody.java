package dev.enfilade.adapter.out.openai.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** What a request carries: written once per attempt. */
public interface OutgoingBody {

    /** How many bytes {@link #writeTo} will write; without it the body goes out in chunks. */
    OptionalLong length();

    /** Writes the whole body; must not close the stream. */
    void writeTo(OutputStream out) throws IOException;

    /** Whether {@link #writeTo} may be called again, so that a failed attempt can be made again. */
    boolean repeatable();
}
