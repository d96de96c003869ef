package dev.enfilade.bootstrap.policy;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** One circuit for each backend, by its configured name. */
public final class Circuits {

    private final Map<String, Circuit> circuits;
    private final CircuitSettings settings;
    private final LongSupplier nanoTime;

    public Circuits(Collection<String> backends, CircuitSettings settings, LongSupplier nanoTime) {
        this(backends, settings, nanoTime, _ -> Optional.empty());
    }

    private Circuits(
            Collection<String> backends,
            CircuitSettings settings,
            LongSupplier nanoTime,
            Function<String, Optional<Circuit>> former) {
        this.circuits = backends.stream()
                .collect(toUnmodifiableMap(
                        Function.identity(),
                        name -> former.apply(name).orElseGet(() -> new Circuit(settings, nanoTime))));
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    /**
     * Those of a changed deployment.
     *
     * @param unchanged whether the backend of this name is asked as before, so that what is known of it stays true
     */
    public Circuits successor(Collection<String> backends, CircuitSettings other, Predicate<String> unchanged) {
        return new Circuits(
                backends,
                other,
                nanoTime,
                name -> Optional.ofNullable(circuits.get(name))
                        .filter(_ -> other.equals(settings) && unchanged.test(name)));
    }

    /** Whether the backend is up, by the calls to it and by something else that was seen at that time. */
    public boolean isUp(String backend, boolean seenUp, long seenAt) {
        return of(backend).isUp(seenUp, seenAt);
    }

    Circuit of(String backend) {
        Circuit circuit = circuits.get(backend);
        if (circuit == null) {
            throw new IllegalArgumentException("no such backend: " + backend);
        }
        return circuit;
    }
}
