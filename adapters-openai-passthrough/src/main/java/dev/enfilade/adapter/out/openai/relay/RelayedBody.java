package dev.enfilade.adapter.out.openai.relay;

import dev.enfilade.adapter.out.openai.transport.OutgoingBody;
import dev.enfilade.domain.relay.RelayBody;
import dev.enfilade.domain.stream.ByteStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** A client's body on its way to the backend. */
record RelayedBody(RelayBody body) implements OutgoingBody {

    @Override
    public OptionalLong length() {
        return body.length();
    }

    @Override
    public boolean repeatable() {
        return body.repeatable();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[8 << 10];
        try (ByteStream bytes = body.open()) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }
}
