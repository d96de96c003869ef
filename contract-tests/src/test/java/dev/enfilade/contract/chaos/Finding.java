package dev.enfilade.contract.chaos;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A plan that did not end in the truth.
 *
 * @param attempts how often the backend was asked
 */
record Finding(int index, Plan plan, List<String> complaints, Seen seen, int attempts) {

    Finding {
        requireNonNull(plan);
        complaints = List.copyOf(complaints);
        requireNonNull(seen);
    }

    /** The invariant that was hurt first. */
    String kind() {
        return complaints.getFirst().substring(0, 2);
    }
}
