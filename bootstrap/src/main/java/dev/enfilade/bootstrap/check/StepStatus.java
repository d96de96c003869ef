package dev.enfilade.bootstrap.check;

import java.util.Locale;

/** How a step ended. */
public enum StepStatus {
    OK,
    WARNING,
    FAILED,
    SKIPPED;

    /** As programs read it: {@code ok}, {@code failed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
