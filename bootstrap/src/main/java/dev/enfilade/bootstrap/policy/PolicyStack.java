package dev.enfilade.bootstrap.policy;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.application.policy.DirectCalls;
import dev.enfilade.bootstrap.logging.AccessNote;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;

/** The policies of this house in their order, and what they share with those of the configuration before. */
public final class PolicyStack {

    private final PolicySettings settings;
    private final Places places;
    private final Map<String, Places> atBackends;
    private final RetryBudget budget;
    private final CallPolicy policy;

    private PolicyStack(
            PolicySettings settings,
            Circuits circuits,
            Places places,
            Map<String, Places> atBackends,
            RetryBudget budget) {
        this.settings = settings;
        this.places = places;
        this.atBackends = atBackends;
        this.budget = budget;
        Retries retries = new Retries(settings.retry(), budget, Thread::sleep, new Random());
        this.policy =
                // From here on time passes that is not ours.
                new Noted(
                        AccessNote::ready,
                        // So many answers at once, so many calls waiting; the place is kept through all that follows.
                        new Bulkhead(
                                places,
                                // Past failing backends, while no byte has gone to the client; a circuit counts each
                                // attempt.
                                new Failover(
                                        circuits,
                                        retries,
                                        // So many answers at once of a backend that can take no more.
                                        new BackendBulkheads(
                                                atBackends,
                                                // Observed, attempt by attempt, by the services.
                                                new Noted(AccessNote::calls, new DirectCalls())))));
    }

    /** The whole stack, outermost first. */
    public static PolicyStack of(PolicySettings settings, Circuits circuits, LongSupplier nanoTime) {
        return new PolicyStack(
                settings,
                circuits,
                new Places(settings.streams(), settings.queue()),
                places(settings, Map.of()),
                new RetryBudget(settings.retry().budget(), nanoTime));
    }

    /**
     * The stack of a changed configuration. Places that are taken through this one are taken of the other's too, so
     * that both together keep to the limits.
     */
    public PolicyStack successor(PolicySettings other, Circuits circuits) {
        return new PolicyStack(
                other,
                circuits,
                places,
                places(other, atBackends),
                budget.successor(other.retry().budget()));
    }

    /** From now on the limits of this stack hold, for what is under way through a former one as well. */
    public void takeEffect() {
        places.resize(settings.streams(), settings.queue());
        atBackends.forEach(
                (backend, here) -> Optional.ofNullable(settings.concurrency().get(backend))
                        .ifPresent(most -> here.resize(most, settings.queue())));
    }

    public CallPolicy policy() {
        return policy;
    }

    private static Map<String, Places> places(PolicySettings settings, Map<String, Places> former) {
        return settings.concurrency().entrySet().stream()
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey,
                        backend -> Optional.ofNullable(former.get(backend.getKey()))
                                .orElseGet(() -> new Places(backend.getValue(), settings.queue()))));
    }
}
