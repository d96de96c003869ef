package dev.enfilade.adapter.out.openai.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.enfilade.domain.relay.RelayBody;
import dev.enfilade.domain.stream.ByteStream;
import java.util.OptionalLong;

/** A client's body that is already here. */
record FixedBody(String text) implements RelayBody {

    @Override
    public ByteStream open() {
        return new FixedBytes(text.getBytes(UTF_8));
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(text.getBytes(UTF_8).length);
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public RelayBody withModel(String model) {
        throw new UnsupportedOperationException("no test renames");
    }
}
