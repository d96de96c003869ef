package dev.enfilade.adapter.out.openai.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.stream.ByteStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipBodyTest {

    @Test
    void bytesComeOutAsTheyWereBeforeEvenOneByOne() throws Exception {
        String text = "data: {\"\u00fc\":1}\n\n".repeat(1_000);

        assertThat(WholeBody.read(new GzipBody(new Slices(zipped(text.getBytes(UTF_8)), 1)), 1 << 20))
                .asString(UTF_8)
                .isEqualTo(text);
    }

    @Test
    void anEmptyBodyIsEmpty() {
        assertThat(new GzipBody(new Slices(new byte[0], 1)).read(new byte[1])).isEqualTo(-1);
    }

    @Test
    void everyCutIsSeen() throws Exception {
        byte[] whole = zipped("hello".getBytes(UTF_8));
        for (int size = 1; size < whole.length; size++) {
            Slices cut = new Slices(Arrays.copyOf(whole, size), 4_096);
            Fails.with(new Broken(Flaw.CUT), () -> WholeBody.read(new GzipBody(cut), 1 << 20));
            assertThat(cut.closed).isTrue();
        }
    }

    @Test
    void whatIsNoGzipIsInvalid() {
        Slices plain = new Slices("{\"plain\": true, \"long\": true}".getBytes(UTF_8), 4_096);

        Fails.with(new Broken(Flaw.INVALID), () -> WholeBody.read(new GzipBody(plain), 1 << 20));
    }

    @Test
    void aBombIsTooBigAndCostsNoMemory() throws Exception {
        GzipBody body = new GzipBody(new Slices(zipped(new byte[129 << 20]), 4_096));
        byte[] buffer = new byte[8_192];

        Fails.with(new Broken(Flaw.TOO_BIG), () -> {
            while (body.read(buffer) >= 0) {}
        });
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        }
        return zipped.toByteArray();
    }

    private static final class Slices implements ByteStream {
        private final ByteArrayInputStream bytes;
        private final int most;
        private boolean closed;

        Slices(byte[] bytes, int most) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.most = most;
        }

        @Override
        public int read(byte[] buffer) {
            return bytes.read(buffer, 0, Math.min(buffer.length, most));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
