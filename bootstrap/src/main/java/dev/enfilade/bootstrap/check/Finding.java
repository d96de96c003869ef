package dev.enfilade.bootstrap.check;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a step has seen.
 *
 * @param detail one line; more only where several things were found
 * @param fix what to do about it, in one line
 * @param trouble present exactly if the step failed
 */
public record Finding(StepStatus status, String detail, Optional<String> fix, Optional<Trouble> trouble) {

    private static final int LONGEST = 4_000;

    public Finding {
        requireNonNull(status, "status is null");
        requireNonNull(fix, "fix is null");
        requireNonNull(trouble, "trouble is null");
        detail = shown(detail);
    }

    static Finding ok(String detail) {
        return new Finding(StepStatus.OK, detail, Optional.empty(), Optional.empty());
    }

    static Finding warning(String detail, String fix) {
        return new Finding(StepStatus.WARNING, detail, Optional.of(fix), Optional.empty());
    }

    static Finding failed(Trouble trouble, String detail, String fix) {
        return new Finding(StepStatus.FAILED, detail, Optional.of(fix), Optional.of(trouble));
    }

    static Finding skipped(String why) {
        return new Finding(StepStatus.SKIPPED, why, Optional.empty(), Optional.empty());
    }

    public boolean failed() {
        return status == StepStatus.FAILED;
    }

    /** What others have written could move the cursor or fill the screen. */
    private static String shown(String text) {
        String plain = text.strip().replaceAll("[\\p{Cntrl}&&[^\n]]+", " ");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + " ...";
    }
}
