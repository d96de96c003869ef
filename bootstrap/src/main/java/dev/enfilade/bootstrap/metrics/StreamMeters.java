package dev.enfilade.bootstrap.metrics;

import dev.enfilade.bootstrap.logging.AccessLine;
import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.stream.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers that come piece by piece. */
final class StreamMeters {

    /** Who ended an answer before its end. */
    private enum Canceller {
        CLIENT,
        CLIENT_STALL,
        SERVER
    }

    private final AtomicInteger active = new AtomicInteger();
    private final Counters<Outcome> ended;
    private final Counters<Canceller> cancellations;
    private final Timer firstByte;
    private final Timer duration;
    private final Timer gap;
    private final Counter piecesIn;
    private final Counter piecesOut;
    private final Counter malformed;

    StreamMeters(MeterRegistry registry) {
        Gauge.builder("enfilade.streams.active", active, AtomicInteger::get)
                .description("Streams that have begun and not ended.")
                .register(registry);
        ended = new Counters<>(
                registry,
                Outcome.values(),
                Outcome::word,
                "outcome",
                "enfilade.streams",
                "Streams that had begun, by how they ended.");
        cancellations = new Counters<>(
                registry,
                Canceller.values(),
                Named::word,
                "by",
                "enfilade.stream.cancellations",
                "Answers that were ended before their end, begun or not, by whom.");
        firstByte = Named.timer(
                        "enfilade.stream.ttfb",
                        "From a request's head to the first piece of its stream.",
                        Buckets.REQUEST)
                .register(registry);
        duration = Named.timer(
                        "enfilade.stream.duration", "From a request's head to the end of its stream.", Buckets.REQUEST)
                .register(registry);
        gap = Named.timer("enfilade.stream.chunk.gap", "Between two pieces of a stream.", Buckets.GAP)
                .register(registry);
        piecesIn = pieces(registry, "in");
        piecesOut = pieces(registry, "out");
        malformed = Named.counter(
                        "enfilade.stream.malformed.events",
                        "Answers of backends that ended because they could not be understood.")
                .register(registry);
    }

    private static Counter pieces(MeterRegistry registry, String direction) {
        return Named.counter(
                        "enfilade.stream.chunks",
                        "Pieces of streams: in from backends, added when a stream ends, and out to clients.")
                .tag("direction", direction)
                .register(registry);
    }

    void began(Duration sinceRequest) {
        active.incrementAndGet();
        firstByte.record(sinceRequest);
        piecesOut.increment();
    }

    void pieceSent(long nanosSinceLast) {
        gap.record(nanosSinceLast, TimeUnit.NANOSECONDS);
        piecesOut.increment();
    }

    void ended(AccessLine line) {
        canceller(line.outcome()).ifPresent(by -> cancellations.of(by).increment());
        if (isMalformed(line)) {
            malformed.increment();
        }
        if (line.answered().stream()) {
            active.decrementAndGet();
            duration.record(line.took());
            piecesIn.increment(
                    (double) line.calls().stream().mapToLong(CallEnd::pieces).sum());
            ended.of(line.outcome()).increment();
        }
    }

    private static Optional<Canceller> canceller(Outcome outcome) {
        return switch (outcome) {
            case CLIENT_GONE -> Optional.of(Canceller.CLIENT);
            case CLIENT_STALL -> Optional.of(Canceller.CLIENT_STALL);
            case DRAINED -> Optional.of(Canceller.SERVER);
            default -> Optional.empty();
        };
    }

    private static boolean isMalformed(AccessLine line) {
        return line.outcome() == Outcome.UP_INVALID
                || line.calls().stream().anyMatch(call -> call.outcome() == Outcome.UP_INVALID);
    }
}
