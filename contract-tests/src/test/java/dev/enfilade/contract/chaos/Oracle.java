package dev.enfilade.contract.chaos;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges what a client has by what the backend did, and by nothing else. Each complaint begins with the invariant that
 * is hurt:
 *
 * <ul>
 *   <li>I1: what arrives is a prefix of what was sent, each token once and in order
 *   <li>I2: the success mark stands only under a complete answer
 *   <li>I3: no answer ends in silence
 *   <li>I4: nothing is generated twice
 *   <li>I7: no secret is told, be it in an error that a relay passes on
 *   <li>I8: the backend's faults are the backend's, and told in the client's own form
 * </ul>
 *
 * <p>What no single client can see is judged around it: that nobody hangs (I5) by {@link Chaos}, that nothing is left
 * (I6) and that every request has its one line (I9) by the whole run. That streams do not disturb each other (I10) is
 * I1 with many at once; how much slower they become is a time, and so a benchmark's.
 */
final class Oracle {

    private static final int MOST_ATTEMPTS = 2;

    private final Plan plan;
    private final Truth truth;
    private final Seen seen;
    private final List<String> complaints = new ArrayList<>();

    private Oracle(Plan plan, Truth truth, Seen seen) {
        this.plan = plan;
        this.truth = truth;
        this.seen = seen;
    }

    static List<String> judge(Plan plan, String tag, Seen seen, int attempts) {
        Oracle oracle = new Oracle(plan, Truth.of(plan, tag), seen);
        oracle.prefix();
        oracle.success();
        oracle.attempts(attempts);
        oracle.secrets();
        oracle.complaints.addAll(seen.oddities());
        if (plan.manner().stays()) {
            oracle.ending();
            oracle.status();
        }
        return oracle.complaints;
    }

    private void prefix() {
        StringBuilder whole = new StringBuilder();
        boolean prefix = seen.text().isEmpty();
        for (String token : truth.tokens()) {
            whole.append(token);
            prefix |= whole.toString().equals(seen.text());
        }
        complainIf(!prefix, "I1: not a prefix of what was sent: " + seen.text());
        boolean all = whole.toString().equals(seen.text());
        complainIf(truth.exact() && plan.manner().stays() && !all, "I1: lost what was sent: " + seen.text());
        complainIf(seen.success() && truth.maySucceed() && !all, "I2: success without all tokens: " + seen.text());
    }

    private void success() {
        complainIf(seen.success() && !truth.maySucceed(), "I2: success of an answer that was not complete");
        complainIf(seen.success() && !seen.errors().isEmpty() && ownError(), "I2: success and an error at once");
    }

    /** A relay passes on what the backend itself says, an error and a success mark included. */
    private boolean ownError() {
        return plan.face() != Face.RELAY || plan.parts().stream().noneMatch(part -> part.sense() == Sense.ERROR);
    }

    private void ending() {
        boolean told = !seen.errors().isEmpty();
        boolean half = truth.mayPassHalf() && seen.proper() && seen.status() == 200;
        complainIf(!seen.success() && !told && seen.proper() && !half, "I3: a silent end");
        complainIf(!seen.success() && !told && !seen.proper() && !mayBreak(), "I3: a broken connection without a word");
        complainIf(!seen.success() && !truth.mayFail(), "I8: needless failure: " + seen.errors());
        complainIf(told && !seen.proper(), "I3: an error, and a broken connection after it");
    }

    /** Only where bytes are relayed that are no events is there no way to tell of a break but a break. */
    private boolean mayBreak() {
        return plan.face() == Face.RELAY && plan.opening() == Opening.WHOLE && truth.mayFail();
    }

    private void status() {
        boolean told = !seen.errors().isEmpty();
        if (plan.opening().isRefusal()) {
            complainIf(plan.opening().status() != seen.status(), "I8: status " + seen.status());
            return;
        }
        boolean late = plan.streamed() || (plan.opening() == Opening.STREAM && plan.face() == Face.RELAY);
        complainIf(seen.status() >= 500 && (seen.status() < 502 || seen.status() > 504), "I8: status " + seen.status());
        complainIf(seen.status() != 200 && !told && seen.proper(), "I8: status without a reason " + seen.status());
        complainIf(told && seen.status() == 200 && !late, "I8: an error under status 200");
    }

    private void attempts(int attempts) {
        complainIf(attempts > MOST_ATTEMPTS, "I4: asked " + attempts + " times");
        complainIf(attempts > 1 && !seen.text().isEmpty(), "I4: asked again after the first token");
    }

    private void secrets() {
        complainIf(seen.raw().contains(Stage.SECRET), "I7: tells the backend's key");
        complainIf(seen.errors().stream().anyMatch(error -> error.contains("<html")), "I8: HTML for an error");
    }

    private void complainIf(boolean wrong, String complaint) {
        if (wrong) {
            complaints.add(complaint);
        }
    }
}
