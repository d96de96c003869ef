package dev.enfilade.contract.toolchain;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Set;

/** How much the clients of other languages are wanted: the environment variable {@code ENFILADE_CLIENTS}. */
final class Wanted {

    static final String VARIABLE = "ENFILADE_CLIENTS";
    static final String ALL = "all";

    private static final Set<String> EVERYTHING = Set.of("required", ALL);

    private Wanted() {}

    /** Skips the test that lacks something, or fails it where nothing may be lacking. */
    static void lacking(String what) {
        if (EVERYTHING.contains(System.getenv().getOrDefault(VARIABLE, ""))) {
            fail(what);
        }
        abort(what);
    }
}
