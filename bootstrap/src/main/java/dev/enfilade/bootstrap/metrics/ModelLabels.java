package dev.enfilade.bootstrap.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The names of models that become labels: clients may write anything, so only names that are known, and not too many.
 */
final class ModelLabels {

    static final int MOST = 200;
    static final String OTHER = "other";

    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final Predicate<String> known;

    /** @param known whether a setting or a backend's list holds a name */
    ModelLabels(Predicate<String> known) {
        this.known = known;
    }

    String of(String name) {
        return used.contains(name) || admit(name) ? name : OTHER;
    }

    private synchronized boolean admit(String name) {
        return used.size() < MOST && known.test(name) && used.add(name);
    }
}
