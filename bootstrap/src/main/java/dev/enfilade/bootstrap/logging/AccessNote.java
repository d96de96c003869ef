package dev.enfilade.bootstrap.logging;

import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.observation.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes known of one request while it is handled; belongs to the thread that handles it. */
public final class AccessNote {

    private @Nullable CallEnd call;
    private int attempts;
    private @Nullable Outcome ending;

    /** The last call to a backend that the request made. */
    public Optional<CallEnd> call() {
        return Optional.ofNullable(call);
    }

    /** How many calls to backends the request made. */
    public int attempts() {
        return attempts;
    }

    /** Notes why the request ended other than it should have; the first reason is the true one. */
    public void endedIn(Outcome outcome) {
        if (ending == null) {
            ending = outcome;
        }
    }

    /**
     * In what the request ended: what went wrong, else how its call to the backend ended, else what the status says.
     */
    public Outcome outcome(int status) {
        if (ending != null) {
            return ending;
        }
        return call == null ? StatusOutcome.of(status) : call.outcome();
    }

    void called(CallEnd end) {
        call = end;
        attempts++;
    }
}
