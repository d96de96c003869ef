package dev.enfilade.adapter.out.openai.decode;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonParser;
import dev.enfilade.application.port.out.Fails;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The small parts that parsers stand on. */
final class JsonTest {

    @Test
    void aParserThatCannotBeClosedIsABrokenAnswer() throws IOException {
        InputStream stuck = new ByteArrayInputStream(new byte[] {'{', '}'}) {
            @Override
            public void close() throws IOException {
                throw new IOException("stuck");
            }
        };
        JsonParser parser = Json.STREAM.createParser(stuck);
        Fails.with(Fails.INVALID, () -> Json.release(parser));
    }

    @Test
    void aBodyCanBeReadInParts() throws IOException {
        try (BoundedInput input = new BoundedInput(Bytes.of("abcde"), 5)) {
            assertThat(input.read()).isEqualTo('a');
            byte[] part = new byte[4];
            assertThat(input.read(part, 1, 2)).isEqualTo(2);
            assertThat(part).containsExactly(0, 'b', 'c', 0);
            assertThat(input.read(part, 0, 1)).isEqualTo(1);
            assertThat(part[0]).isEqualTo((byte) 'd');
            assertThat(input.readAllBytes()).containsExactly('e');
            assertThat(input.read()).isEqualTo(-1);
            assertThat(input.read(part, 1, 2)).isEqualTo(-1);
        }
    }

    @Test
    void anEventMayEndInAnySpace() throws IOException {
        byte[] event = "{} \t\r\n".getBytes(US_ASCII);
        EventFeed feed = new EventFeed();
        feed.set(event, 0, event.length);
        JsonParser parser = Json.STREAM.createParser(feed);
        parser.nextToken();
        parser.nextToken();
        assertThatCode(() -> feed.requireEnd(parser)).doesNotThrowAnyException();
    }

    @Test
    void anEventCanBeReadInParts() {
        EventFeed feed = new EventFeed();
        feed.set(new byte[] {0, 'a', (byte) 0xFF, 0}, 1, 2);
        assertThat(feed.read()).isEqualTo('a');
        assertThat(feed.read()).isEqualTo(0xFF);
        assertThat(feed.read()).isEqualTo(-1);
        assertThat(feed.read(new byte[4], 0, 4)).isEqualTo(-1);
    }
}
