package dev.enfilade.adapter.out.openai.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent;

/** Whatever a backend answers: events with one end, or a failure of ours. */
class AnswerFuzzTest {

    @FuzzTest
    void anyStreamEndsOnceOrFails(byte[] bytes) {
        int ends = 0;
        try (AnswerStream stream = Decoding.stream(Bytes.of(bytes))) {
            while (stream.hasNext()) {
                ends += stream.next() instanceof GenerationEvent.Finished ? 1 : 0;
            }
        } catch (FailureException e) {
            return;
        }
        assertThat(ends).isOne();
    }
}
