package dev.enfilade.bootstrap.policy;

import static java.util.stream.Collectors.toMap;

import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.application.policy.DirectCalls;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;

/** The policies of this house in their order. */
public final class PolicyStack {

    private PolicyStack() {}

    /** The whole stack, outermost first. */
    public static CallPolicy of(PolicySettings settings, Circuits circuits, LongSupplier nanoTime) {
        Retries retries = new Retries(settings.retry(), nanoTime, Thread::sleep, new Random());
        return
        // So many answers at once, so many calls waiting; the place is kept through all that follows.
        new Bulkhead(
                new Places(settings.streams(), settings.queue()),
                // Past failing backends, while no byte has gone to the client; each attempt is counted by a circuit.
                new Failover(
                        circuits,
                        retries,
                        // So many answers at once of a backend that can take no more.
                        new BackendBulkheads(
                                places(settings),
                                // Observed, attempt by attempt, by the services.
                                new DirectCalls())));
    }

    private static Map<String, Places> places(PolicySettings settings) {
        return settings.concurrency().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, backend -> new Places(backend.getValue(), settings.queue())));
    }
}
