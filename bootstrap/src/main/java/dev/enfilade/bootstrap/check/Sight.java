package dev.enfilade.bootstrap.check;

import java.util.Set;

/**
 * An answer as one sees it from afar.
 *
 * @param page whether it is one for people
 * @param json whether it begins as JSON does
 */
record Sight(int status, boolean page, boolean json) {

    private static final Set<Integer> OF_AN_API = Set.of(200, 401, 403, 429);

    /** Whether this is how a list of models answers, perhaps to somebody else. */
    boolean isApi() {
        return json && OF_AN_API.contains(status);
    }

    boolean denies() {
        return status == 401 || status == 403;
    }

    boolean unknown() {
        return status == 404 || status == 405 || status == 501;
    }

    String shown() {
        if (page) {
            return status + ", a page for people";
        }
        return status + (json || status != 200 ? "" : ", not JSON");
    }
}
