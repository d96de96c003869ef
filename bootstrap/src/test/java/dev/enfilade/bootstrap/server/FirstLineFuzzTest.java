package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

/**
 * Whatever bytes a connection begins with: they are judged without an error, and more of them make no bad line good.
 */
class FirstLineFuzzTest {

    @FuzzTest
    void anyBeginningIsJudged(byte[] bytes) {
        boolean proper = true;
        for (int size = 0; size <= Math.min(bytes.length, 64); size++) {
            boolean now = FirstLine.of(ByteBuffer.wrap(bytes, 0, size), 0).proper();
            assertThat(proper || !now).isTrue();
            proper = now;
        }
    }
}
