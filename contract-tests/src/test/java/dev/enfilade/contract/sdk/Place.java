package dev.enfilade.contract.sdk;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An object on the product's wire and the types that the SDKs have for it.
 *
 * @param go the type's name there, empty if that SDK has none; so for the others
 */
record Place(String name, String go, String python, String javascript, Exchange exchange) {

    /** How the object is brought onto the wire. */
    sealed interface Exchange {

        String method();

        String path();
    }

    /**
     * It is asked with.
     *
     * @param body a good request with {@code %s} where members of the object go
     */
    record Asked(String method, String path, String body) implements Exchange {}

    /**
     * It is answered with.
     *
     * @param at the way to the object: names with dots between, {@code []} behind lists; empty for the whole answer
     */
    record Answered(String method, String path, String body, String at) implements Exchange {}

    String type(Sdk sdk) {
        return switch (sdk) {
            case GO -> go;
            case PYTHON -> python;
            case JAVASCRIPT -> javascript;
        };
    }

    /** The members that an SDK knows here. */
    Set<String> known(Sdk sdk, SdkTypes types) {
        return type(sdk).isEmpty() ? Set.of() : types.names(type(sdk));
    }

    static Set<String> union(List<Set<String>> sets) {
        Set<String> all = new TreeSet<>();
        sets.forEach(all::addAll);
        return all;
    }
}
