package dev.enfilade.adapter.in.openai;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import dev.enfilade.domain.stream.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Hands out its pieces one per read, then ends cleanly or fails. */
final class ScriptedBytes implements ByteStream {

    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private final Optional<Failure> end;
    private volatile boolean closed;
    private volatile Optional<Outcome> outcome = Optional.empty();

    private ScriptedBytes(List<String> pieces, Optional<Failure> end) {
        pieces.forEach(piece -> this.pieces.add(piece.getBytes(StandardCharsets.UTF_8)));
        this.end = end;
    }

    static ScriptedBytes whole(String... pieces) {
        return new ScriptedBytes(List.of(pieces), Optional.empty());
    }

    static ScriptedBytes cutAfter(String... pieces) {
        return new ScriptedBytes(List.of(pieces), Optional.of(new Failure.Broken(Failure.Flaw.CUT)));
    }

    /** What its reader made of it. */
    Optional<Outcome> outcome() {
        return outcome;
    }

    @Override
    public void ended(Outcome told) {
        outcome = Optional.of(told);
    }

    boolean closed() {
        return closed;
    }

    @Override
    public int read(byte[] buffer) {
        byte[] piece = pieces.poll();
        if (piece == null) {
            end.ifPresent(failure -> {
                throw new FailureException(failure);
            });
            return -1;
        }
        System.arraycopy(piece, 0, buffer, 0, piece.length);
        return piece.length;
    }

    @Override
    public void close() {
        closed = true;
    }
}
