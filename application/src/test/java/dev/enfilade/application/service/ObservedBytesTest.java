package dev.enfilade.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.stream.ByteStream;
import dev.enfilade.domain.stream.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedBytesTest {

    private final List<Outcome> told = new ArrayList<>();
    private final ObservedBytes bytes = new ObservedBytes(new NoBytes(), (outcome, _) -> told.add(outcome));

    @Test
    void whatWasReadToItsEndIsComplete() {
        assertThat(bytes.read(new byte[1])).isNegative();
        bytes.close();

        assertThat(told).containsExactly(Outcome.COMPLETE);
    }

    @Test
    void whatWasClosedBeforeWasLeft() {
        bytes.close();

        assertThat(told).containsExactly(Outcome.CLIENT_GONE);
    }

    @Test
    void aReaderThatUnderstandsItKnowsBetter() {
        bytes.read(new byte[1]);
        bytes.ended(Outcome.UP_CUT);
        bytes.close();

        assertThat(told).containsExactly(Outcome.UP_CUT);
    }

    private static final class NoBytes implements ByteStream {

        @Override
        public int read(byte[] buffer) {
            return -1;
        }

        @Override
        public void close() {}
    }
}
