package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class EndingsTest {

    @Test
    void aFailureEndsInItsOwnWordHoweverDeepItIs() {
        Throwable wrapped = new IOException(new FailureException(new Failure.BodyTooLarge()));

        assertThat(notInterrupted(wrapped)).hasValue(Outcome.LIMITED);
    }

    @Test
    void aConnectionThatFailsIsAClientThatIsGone() {
        assertThat(notInterrupted(new UncheckedIOException(new IOException("broken pipe"))))
                .hasValue(Outcome.CLIENT_GONE);
    }

    @Test
    void aWriteThatTookTooLongIsAClientThatStalls() {
        Throwable stalled = new FailureException(new Failure.Cancelled(), new IOException(new TimeoutException()));

        assertThat(notInterrupted(stalled)).hasValue(Outcome.CLIENT_STALL);
    }

    @Test
    void whatAnInterruptBreaksEndsInTheInterruptsWord() {
        Throwable broken = new FailureException(new Failure.Broken(Failure.Flaw.CUT));

        assertThat(Endings.of(broken, Optional.of(HandlerThread.Reason.CLIENT_GONE)))
                .hasValue(Outcome.CLIENT_GONE);
        assertThat(Endings.of(broken, Optional.of(HandlerThread.Reason.SHUTTING_DOWN)))
                .hasValue(Outcome.DRAINED);
    }

    @Test
    void ofAnythingElseTheSurfaceKnows() {
        assertThat(notInterrupted(new IllegalStateException("bug"))).isEmpty();
    }

    private static Optional<Outcome> notInterrupted(Throwable thrown) {
        return Endings.of(thrown, Optional.empty());
    }
}
