package dev.enfilade.application.policy;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.relay.RelayResponse;
import dev.enfilade.domain.stream.ByteStream;
import dev.enfilade.domain.stream.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Answers that pass unread: a backend's refusal is an answer too, to be passed on as it is unless a better one comes.
 */
public final class RelayShape implements Shape<RelayResponse> {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    @Override
    public Optional<Failure> failure(RelayResponse answer) {
        int status = answer.status();
        if (status == TOO_MANY_REQUESTS) {
            return Optional.of(new Failure.RateLimited("", Optional.empty(), Optional.empty(), retryAfter(answer)));
        }
        return status < SERVER_ERRORS
                ? Optional.empty()
                : Optional.of(new Failure.Refused(status, "", Optional.empty(), Optional.empty(), retryAfter(answer)));
    }

    @Override
    public RelayResponse afterwards(RelayResponse answer, Runnable action) {
        return new RelayResponse(
                answer.status(), answer.headers(), new ClosingBytes(answer.body(), action, new AtomicBoolean()));
    }

    @Override
    public void discard(RelayResponse answer) {
        answer.close();
    }

    /** The adapter has seen to it that this is a sensible number of seconds. */
    private static Optional<Duration> retryAfter(RelayResponse answer) {
        return answer.headers()
                .first("Retry-After")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private record ClosingBytes(ByteStream source, Runnable action, AtomicBoolean closed) implements ByteStream {

        @Override
        public int read(byte[] buffer) {
            return source.read(buffer);
        }

        @Override
        public void ended(Outcome outcome) {
            source.ended(outcome);
        }

        @Override
        public void close() {
            try {
                source.close();
            } finally {
                if (closed.compareAndSet(false, true)) {
                    action.run();
                }
            }
        }
    }
}
