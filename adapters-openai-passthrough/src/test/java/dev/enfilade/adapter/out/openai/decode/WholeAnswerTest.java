package dev.enfilade.adapter.out.openai.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.stream.ByteStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in one piece. */
final class WholeAnswerTest {

    @Test
    void anAnswerIsCompleteWithoutAFinishReason() {
        assertThat(Decoding.whole("{\"choices\":[{\"message\":{\"content\":\"a\"}}]}"))
                .startsWith(new TextDelta("a"))
                .last()
                .isInstanceOfSatisfying(
                        Finished.class, end -> assertThat(end.reason()).isEqualTo(FinishReason.STOP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "{\"choices\":[]}",
                "{\"choices\":[{\"index\":1,\"message\":{\"content\":\"a\"}}]}",
                "{\"choices\":[]} {}",
                "<html><body>busy</body></html>",
            })
    void whatIsNoAnswerIsABrokenAnswer(String body) {
        Fails.with(Fails.INVALID, () -> Decoding.whole(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"choices\":[{\"message\":{\"content\":\"Hel",
                "{\"choices\":[{\"message\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]",
            })
    void truncatedJsonIsACut(String body) {
        Fails.with(Fails.CUT, () -> Decoding.whole(body));
    }

    @Test
    void aBodyThatBreaksOffIsACut() {
        Bytes body = Bytes.endingIn(Fails.CUT, "{\"choices\":[{\"message\":{\"content\":\"Hel");
        Fails.with(Fails.CUT, () -> AnswerStream.ofWhole(body, Decoding.TOLD, Decoding.watch()));
        assertThat(body.isClosed()).isTrue();
    }

    @Test
    void bytesThatAreNoUtf8AreReplaced() {
        byte[] body = "{\"choices\":[{\"message\":{\"content\":\"a\u00ffb\"}}]}".getBytes(ISO_8859_1);
        AnswerStream answer = AnswerStream.ofWhole(Bytes.of(body), Decoding.TOLD, Decoding.watch());
        assertThat(answer.next()).isEqualTo(new TextDelta("a\ufffdb"));
    }

    @Test
    void anEndlessBodyIsTooBig() {
        ByteStream endless = new ByteStream() {
            @Override
            public int read(byte[] buffer) {
                Arrays.fill(buffer, (byte) ' ');
                return buffer.length;
            }

            @Override
            public void close() {}
        };
        Fails.with(
                new Failure.Broken(Failure.Flaw.TOO_BIG),
                () -> AnswerStream.ofWhole(endless, Decoding.TOLD, Decoding.watch()));
    }
}
