package dev.enfilade.adapter.out.openai.sse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import java.util.ArrayList;
import java.util.List;

/** Whatever bytes come: the same events however they are split, or a failure of ours. */
class SseReaderFuzzTest {

    @FuzzTest
    void anyBytesGiveTheSameEventsInPiecesAsInOne(byte[] bytes) {
        assertThat(events(bytes, 1)).isEqualTo(events(bytes, Integer.MAX_VALUE));
    }

    private static List<String> events(byte[] bytes, int piece) {
        List<String> events = new ArrayList<>();
        try (SseReader reader = new SseReader(new Pieces(bytes, piece))) {
            for (SseEvent event = reader.next(); event != null; event = reader.next()) {
                events.add(event.name() + "=" + event.text());
            }
        } catch (FailureException e) {
            events.add(e.failure().toString());
        }
        return events;
    }

    /** Bytes that come some at a time. */
    private static final class Pieces implements ByteStream {
        private final byte[] bytes;
        private final int most;
        private int at;

        private Pieces(byte[] bytes, int most) {
            this.bytes = bytes;
            this.most = most;
        }

        @Override
        public int read(byte[] buffer) {
            int count = Math.min(Math.min(most, buffer.length), bytes.length - at);
            System.arraycopy(bytes, at, buffer, 0, count);
            at += count;
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {}
    }
}
