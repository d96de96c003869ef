package dev.enfilade.bootstrap.policy;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** One circuit for each backend, by its configured name. */
public final class Circuits {

    private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();

    public Circuits(Collection<String> backends, CircuitSettings settings, LongSupplier nanoTime) {
        backends.forEach(name -> circuits.put(name, new Circuit(settings, nanoTime)));
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
