package dev.enfilade.bootstrap.policy;

import dev.enfilade.application.policy.Call;
import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.application.policy.Way;
import dev.enfilade.bootstrap.policy.Circuit.Entry;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads a call past backends that fail it: by another way at once, then by the same one after a pause. Leaves backends
 * alone whose circuit is open, as long as there is any other.
 */
final class Failover implements CallPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(Failover.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Circuits circuits;
    private final Retries retries;
    private final CallPolicy next;

    Failover(Circuits circuits, Retries retries, CallPolicy next) {
        this.circuits = circuits;
        this.retries = retries;
        this.next = next;
    }

    @Override
    public <R> R call(Call<R> call) {
        retries.countRequest();
        Optional<Tried<R>> asked = attempt(call);
        if (asked.isPresent() && asked.get().settles(call)) {
            return asked.get().get();
        }
        List<Way<R>> others = call.others().get();
        Optional<Tried<R>> other = byAnother(call, others);
        if (other.isPresent() && other.get().settles(call)) {
            tell(call.first(), asked, other.get());
            asked.ifPresent(Tried::drop);
            return other.get().get();
        }
        if (asked.isPresent()) {
            other.ifPresent(Tried::drop);
        }
        return again(call, asked.or(() -> other).orElseGet(() -> lastResort(call, others)))
                .get();
    }

    /** What became of the first other way that settles the call, else of the last that was open. */
    private <R> Optional<Tried<R>> byAnother(Call<R> call, List<Way<R>> others) {
        Optional<Tried<R>> last = Optional.empty();
        for (Way<R> way : others) {
            Optional<Tried<R>> tried = attempt(call.by(way));
            if (tried.isPresent()) {
                last.ifPresent(Tried::drop);
                last = tried;
                if (tried.get().settles(call)) {
                    return last;
                }
            }
        }
        return last;
    }

    /** One that was well of late, else they take turns: so the first that is well again is found soon. */
    private <R> Tried<R> lastResort(Call<R> call, List<Way<R>> others) {
        Way<R> best = Stream.concat(Stream.of(call.first()), others.stream())
                .min(Comparator.<Way<R>, Boolean>comparing(way -> circuit(way).isFailing())
                        .thenComparingLong(way -> circuit(way).askedAt()))
                .orElseThrow();
        return attemptAnyhow(call.by(best));
    }

    private <R> Tried<R> again(Call<R> call, Tried<R> failed) {
        Tried<R> last = failed;
        for (int made = 1; retries.allow(call, last, circuit(last.way()).isOpen(), made); made++) {
            last.drop();
            retries.pauseAfter(last);
            last = attemptAnyhow(call.by(last.way()));
        }
        return last;
    }

    /** Empty if the way is closed. */
    private <R> Optional<Tried<R>> attempt(Call<R> call) {
        Circuit circuit = circuit(call.first());
        Entry entry = circuit.enter();
        return entry == Entry.REFUSED ? Optional.empty() : Optional.of(attempt(call, circuit, entry));
    }

    private <R> Tried<R> attemptAnyhow(Call<R> call) {
        Circuit circuit = circuit(call.first());
        Entry entry = circuit.enterAsLastResort();
        return entry == Entry.REFUSED ? notNow(call.first()) : attempt(call, circuit, entry);
    }

    private <R> Tried<R> attempt(Call<R> call, Circuit circuit, Entry entry) {
        Verdict verdict = Verdict.ELSEWHERE;
        try {
            Tried<R> tried = Tried.of(call, next);
            verdict = tried.verdict();
            return tried.verdict() == Verdict.UNREACHED && circuit.isOpen() ? notNow(call.first()) : tried;
        } finally {
            circuit.leave(entry, verdict);
        }
    }

    /** As unreachable as ever; that much is known by now, so that the client can be told when to come again. */
    private static <R> Tried<R> notNow(Way<R> way) {
        return Tried.failed(way, new FailureException(new Failure.BackendUnavailable(Optional.of(SOON))));
    }

    private Circuit circuit(Way<?> way) {
        return circuits.of(way.backend());
    }

    private static void tell(Way<?> asked, Optional<? extends Tried<?>> failed, Tried<?> other) {
        LOG.info(
                "backend={} {}: asked model={} backend={} instead",
                asked.backend(),
                failed.map(Tried::word).orElse("open"),
                other.way().model(),
                other.way().backend());
    }
}
