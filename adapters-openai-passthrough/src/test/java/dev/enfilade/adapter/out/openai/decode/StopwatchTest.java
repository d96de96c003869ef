package dev.enfilade.adapter.out.openai.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.generation.Timing;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class StopwatchTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final Stopwatch watch = new Stopwatch(now::get);

    @Test
    void timeIsDividedAtTheHeadAndTheFirstToken() {
        run();
        assertThat(watch.stop(Optional.empty())).isEqualTo(new Timing(1111, 1, 10, 1100));
    }

    @Test
    void anAnswerWithoutTokensTakesItsTimeReadingThePrompt() {
        now.addAndGet(1);
        watch.headInHand();
        now.addAndGet(10);
        assertThat(watch.stop(Optional.empty())).isEqualTo(new Timing(11, 1, 10, 1));
    }

    @Test
    void whatTheEngineMeasuredItselfCounts() {
        run();
        EngineTimings engine = new EngineTimings(11, 12.5, 5, 30.25);
        assertThat(watch.stop(Optional.of(engine))).isEqualTo(new Timing(1111, 1, 12_500_000, 30_250_000));
    }

    @Test
    void whatTheEngineDidNotMeasureDoesNotCount() {
        run();
        assertThat(watch.stop(Optional.of(new EngineTimings(0, 0, 0, 0)))).isEqualTo(new Timing(1111, 1, 10, 1100));
    }

    private void run() {
        now.addAndGet(1);
        watch.headInHand();
        now.addAndGet(10);
        watch.token();
        now.addAndGet(100);
        watch.token();
        now.addAndGet(1000);
    }
}
