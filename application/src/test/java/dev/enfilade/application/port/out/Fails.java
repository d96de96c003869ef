package dev.enfilade.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the contracts say about failing. */
public final class Fails {

    public static final Failure CUT = new Failure.Broken(Failure.Flaw.CUT);
    public static final Failure INVALID = new Failure.Broken(Failure.Flaw.INVALID);
    public static final Failure CANCELLED = new Failure.Cancelled();

    private Fails() {}

    /** The work throws exactly this failure. */
    public static void with(Failure expected, ThrowingCallable work) {
        assertThat(failureIn(catchThrowable(work))).isEqualTo(expected);
    }

    /** The work throws the backend's own error with this status and text. */
    public static void refused(int status, String text, ThrowingCallable work) {
        assertThat(failureIn(catchThrowable(work))).isInstanceOfSatisfying(Failure.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.text()).isEqualTo(text);
        });
    }

    /** The failure that a throwable carries. */
    public static Failure failureIn(Throwable thrown) {
        assertThat(thrown).isInstanceOf(FailureException.class);
        return ((FailureException) thrown).failure();
    }
}
