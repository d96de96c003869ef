package dev.enfilade.adapter.out.openai.decode;

import static dev.enfilade.adapter.out.openai.decode.Decoding.finish;
import static dev.enfilade.adapter.out.openai.decode.Decoding.say;
import static dev.enfilade.adapter.out.openai.decode.Decoding.sse;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors that a backend reports where an answer should be. */
final class ReportedErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{\"error\":{\"message\":\"too hot\",\"type\":\"server_error\",\"param\":null,\"code\":500}} # 500",
                "{\"error\":{\"message\":\"too hot\",\"code\":\"429\",\"details\":{\"a\":[1]}}} # 429",
                "{\"error\":{\"message\":\"too hot\",\"code\":\"overheated\"}} # 502",
                "{\"error\":{\"message\":\"too hot\",\"code\":{\"x\":1}}} # 502",
                "{\"error\":{\"message\":\"too hot\",\"code\":200}} # 502",
                "{\"error\":\"too hot\"} # 502",
                "{\"error\":{\"message\":\"too hot\",\"code\":\"hot\",\"status\":503}} # 503",
                "{\"error\":{\"message\":\"too hot\",\"code\":\"400\",\"status\":\"INVALID\"}} # 400",
                "{\"error\":{\"message\":\"too hot\",\"status_code\":\"400\"}} # 400",
                "{\"object\":\"error\",\"message\":\"too"
                        + " hot\",\"type\":\"BadRequestError\",\"param\":null,\"code\":400} # 400",
                "{\"id\":\"g\",\"error\":{\"code\":503,\"message\":\"too"
                        + " hot\"},\"choices\":[{\"delta\":{\"content\":\"\"}}]} # 503",
            })
    void errorChunkIsAnErrorWithItsStatusAndText(String chunk, int status) {
        Fails.refused(status, "too hot", () -> Decoding.chunks(chunk));
        Fails.refused(status, "too hot", () -> Decoding.whole(chunk));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{\"code\":500,\"message\":\"too hot\",\"type\":\"server_error\"} # 500 # too hot",
                "{\"error\":{\"message\":\"too hot\"}} # 502 # too hot",
                "too hot # 502 # too hot",
                "{} # 502 # upstream reported an error",
            })
    void eventNamedErrorIsAnError(String data, int status, String text) {
        Fails.refused(status, text, () -> Decoding.stream(Bytes.of("event: error\ndata: " + data + "\n\n")));
    }

    @Test
    void errorTextThatIsNoUtf8IsMended() {
        byte[] event = "event: error\ndata: zu hei\u00df\n\n".getBytes(ISO_8859_1);
        Fails.refused(502, "zu hei\ufffd", () -> Decoding.stream(Bytes.of(event)));
    }

    @Test
    void typeAndCodeAreKept() {
        String chunk = "{\"error\":{\"message\":\"m\",\"type\":\"t\",\"code\":400}}";
        assertThat(Fails.failureIn(catchThrowable(() -> Decoding.chunks(chunk))))
                .isEqualTo(new Failure.Refused(400, "m", Optional.of("t"), Optional.of("400")));
    }

    @Test
    void errorAfterTextComesAfterTheText() {
        AnswerStream stream = Decoding.stream(Bytes.of(Bytes.answer("openai-error-after-two-tokens.sse")));
        assertThat(stream.next()).isEqualTo(new TextDelta("one"));
        assertThat(stream.next()).isEqualTo(new TextDelta(" two"));
        Fails.refused(500, "engine overheated", stream::hasNext);
    }

    @Test
    void errorBehindTheFinishReasonIsAnErrorToo() {
        Fails.refused(
                502,
                "late",
                () -> Decoding.all(Decoding.stream(Bytes.of(sse(say("a"), finish("stop"), "{\"error\":\"late\"}")))));
    }
}
