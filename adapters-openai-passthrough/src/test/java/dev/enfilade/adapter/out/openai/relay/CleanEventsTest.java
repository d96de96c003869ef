package dev.enfilade.adapter.out.openai.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.secret.Credentials;
import dev.enfilade.adapter.out.openai.transport.WholeBody;
import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.stream.ByteStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanEventsTest {

    private static final String KEY = "our-key-0123456789";

    @Test
    void anErrorLosesItsSecretsHoweverItIsCut() {
        String error = "data: {\"error\" : {\"message\":\"key our-key-0123456789 \u00fc\"}}\n\n";
        for (int split = 1; split < error.length(); split++) {
            assertThat(passed("data: a\r\n\r\n", error.substring(0, split), error.substring(split)))
                    .isEqualTo("data: a\r\n\r\ndata: {\"error\" : {\"message\":\"key [secret] \u00fc\"}}\n\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event: error\ndata: {\"message\":\"key %s\"}\n\n",
                "event:error\r\ndata: %s\r\n\r\n",
                "error: {\"code\":500,\"message\":\"%s\"}\n\n",
                "data: {\"object\":\"error\",\"message\":\"%s\"}\n\n",
                "data: {\"type\": \"error\",\"message\":\"%s\"}\n\n",
                "data: {\"choices\":[{\"finish_reason\":\"error\",\"detail\":\"%s\"}]}\n\n",
                "data: {\"error\":\"%s\"}\n\n"
            })
    void errorsOfEveryFormLoseTheirSecrets(String form) {
        String error = form.formatted(KEY);
        for (int split = 1; split < error.length(); split++) {
            assertThat(passed("data: a\n\n", error.substring(0, split), error.substring(split)))
                    .isEqualTo("data: a\n\n" + form.formatted("[secret]"));
        }
    }

    @Test
    void textThatIsNoErrorPassesAsItIs() {
        String text =
                "data: {\"delta\":\"\\\"error\\\":{ our-key-0123456789 sk-0123456789\",\"error\":null}\r\r\ndata: half";

        assertThat(passed(text)).isEqualTo(text);
    }

    @Test
    void aLineIsThereAsSoonAsItIsComplete() {
        CleanEvents events = events("data: a\n", "data: b");
        byte[] buffer = new byte[100];

        assertThat(events.read(buffer)).isEqualTo(8);
    }

    @Test
    void anEndlessLineIsTooBig() {
        String piece = "x".repeat(8_000);
        CleanEvents events = events(Stream.generate(() -> piece).limit(600).toArray(String[]::new));

        Fails.with(new Broken(Flaw.TOO_BIG), () -> events.read(new byte[100]));
    }

    private static String passed(String... pieces) {
        return new String(WholeBody.read(events(pieces), 1 << 20), UTF_8);
    }

    private static CleanEvents events(String... pieces) {
        Queue<String> left = new ArrayDeque<>(List.of(pieces));
        ByteStream source = new ByteStream() {
            @Override
            public int read(byte[] buffer) {
                String piece = left.poll();
                byte[] bytes = piece == null ? new byte[0] : piece.getBytes(UTF_8);
                System.arraycopy(bytes, 0, buffer, 0, bytes.length);
                return piece == null ? -1 : bytes.length;
            }

            @Override
            public void close() {}
        };
        return new CleanEvents(
                source, Credentials.ours(Optional.of(new Secret(KEY))).filter());
    }
}
