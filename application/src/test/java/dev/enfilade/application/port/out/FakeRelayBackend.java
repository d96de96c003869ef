package dev.enfilade.application.port.out;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.enfilade.application.port.out.RelayScript.Ending;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;
import dev.enfilade.domain.stream.ByteStream;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link RelayBackend} in memory: plays one script for every call, and keeps the requests. */
public final class FakeRelayBackend implements RelayBackend, Stage<RelayBackend> {

    private final List<RelayRequest> requests = new ArrayList<>();
    private final Gate gate = new Gate();
    private final Optional<RelayScript> script;

    private FakeRelayBackend(Optional<RelayScript> script) {
        this.script = script;
    }

    public static FakeRelayBackend relaying(RelayScript script) {
        return new FakeRelayBackend(Optional.of(script));
    }

    public static FakeRelayBackend silent() {
        return new FakeRelayBackend(Optional.empty());
    }

    @Override
    public RelayResponse relay(RelayRequest request) {
        requests.add(request);
        RelayScript answer = script.orElseThrow(gate::blockUntilAbandoned);
        return new RelayResponse(answer.status(), answer.headers(), new Body(answer, gate));
    }

    /** Everything that was asked so far. */
    public List<RelayRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public RelayBackend backend() {
        return this;
    }

    @Override
    public void awaitSilence() {
        gate.awaitSilence();
    }

    @Override
    public void awaitAbandoned() {
        gate.awaitAbandoned();
    }

    private static final class Body implements ByteStream {

        private final ByteArrayInputStream bytes;
        private final Ending ending;
        private final Gate gate;
        private volatile boolean closed;

        Body(RelayScript script, Gate gate) {
            this.bytes =
                    new ByteArrayInputStream(String.join("", script.pieces()).getBytes(UTF_8));
            this.ending = script.ending();
            this.gate = gate;
        }

        @Override
        public int read(byte[] buffer) {
            if (closed) {
                throw new FailureException(Fails.CANCELLED);
            }
            int count = bytes.read(buffer, 0, buffer.length);
            return count >= 0
                    ? count
                    : switch (ending) {
                        case COMPLETE -> -1;
                        case CUT -> throw new FailureException(Fails.CUT);
                        case SILENT -> throw gate.blockUntilAbandoned();
                    };
        }

        @Override
        public void close() {
            closed = true;
            gate.abandon();
        }
    }
}
