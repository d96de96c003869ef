package dev.enfilade.domain.relay;

import dev.enfilade.domain.stream.ByteStream;
import java.util.OptionalLong;

/** A request body on its way through. */
public interface RelayBody {

    /** The bytes from the beginning; a second call is allowed only if the body is {@link #repeatable}. */
    ByteStream open();

    /** How many bytes there are, if that is known beforehand. */
    OptionalLong length();

    /** Whether the bytes are still there after they were read once, so that a failed attempt can be made again. */
    boolean repeatable();

    /** The same body with the value of its top-level {@code model} replaced and every other byte unchanged. */
    RelayBody withModel(String model);
}
