package dev.enfilade.adapter.out.openai.decode;

import static dev.enfilade.adapter.out.openai.decode.Decoding.finish;
import static dev.enfilade.adapter.out.openai.decode.Decoding.say;
import static dev.enfilade.adapter.out.openai.decode.Decoding.sse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers end. */
final class AnswerStreamTest {

    @Test
    void theMarkOfTheEndEndsTheStreamWhateverFollows() {
        String stream = sse(say("a"), finish("stop"), "[DONE]", say("b"), "[DONE]");
        assertThat(Decoding.all(Decoding.stream(Bytes.of(stream)))).hasSize(2);
    }

    @Test
    void theMarkMayHaveSpaceAround() {
        assertThat(Decoding.chunks(finish("stop"), "  [DONE]  ")).hasSize(1);
    }

    @Test
    void finishReasonWithoutTheMarkIsAnEnd() {
        assertThat(Decoding.all(Decoding.stream(Bytes.of(sse(say("a"), finish("stop"))))))
                .hasSize(2)
                .last()
                .isInstanceOf(Finished.class);
    }

    @Test
    void theMarkWithoutFinishReasonIsACut() {
        AnswerStream stream = Decoding.stream(Bytes.of(sse(say("a"), "[DONE]")));
        assertThat(stream.next()).isEqualTo(new TextDelta("a"));
        Fails.with(Fails.CUT, stream::hasNext);
    }

    @Test
    void endOfTheBodyWithoutFinishReasonIsACut() {
        AnswerStream stream = Decoding.stream(Bytes.of(sse(say("a"))));
        stream.next();
        Fails.with(Fails.CUT, stream::hasNext);
        Fails.with(Fails.CUT, stream::next);
    }

    @Test
    void aLastEventWithoutItsBlankLineDoesNotCount() {
        String stream = sse(say("a"), finish("stop"));
        AnswerStream answer = Decoding.stream(Bytes.of(stream.substring(0, stream.length() - 1)));
        answer.next();
        Fails.with(Fails.CUT, answer::hasNext);
    }

    @Test
    void connectionThatBreaksBehindTheFinishReasonHasDoneItsWork() {
        AnswerStream stream =
                Decoding.stream(Bytes.endingIn(Fails.CUT, sse(say("a"), finish("stop")) + "data: {\"cho"));
        assertThat(Decoding.all(stream)).hasSize(2).last().isInstanceOf(Finished.class);
    }

    @Test
    void silenceBehindTheFinishReasonIsAnEndAsWell() {
        Failure idle = new Failure.TimedOut(Failure.Phase.IDLE, Duration.ofMinutes(5));
        AnswerStream stream = Decoding.stream(Bytes.endingIn(idle, sse(finish("stop"))));
        assertThat(stream.next()).isInstanceOf(Finished.class);
    }

    @Test
    void aClientThatLeavesBehindTheFinishReasonIsStillGone() {
        Bytes body = Bytes.endingIn(Fails.CANCELLED, sse(finish("stop")));
        Fails.with(Fails.CANCELLED, () -> Decoding.stream(body));
    }

    @Test
    void failureOfTheConnectionBeforeTheFinishReasonIsThatFailure() {
        Failure idle = new Failure.TimedOut(Failure.Phase.IDLE, Duration.ofMinutes(5));
        AnswerStream stream = Decoding.stream(Bytes.endingIn(idle, sse(say("a"))));
        stream.next();
        Fails.with(idle, stream::hasNext);
        Fails.with(idle, stream::hasNext);
    }

    @Test
    void textBehindTheFinishReasonIsABrokenAnswer() {
        AnswerStream stream = Decoding.stream(Bytes.of(sse(say("a"), finish("stop"), say("b"), "[DONE]")));
        stream.next();
        Fails.with(Fails.INVALID, stream::hasNext);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ": only a comment\n\n", "data: \n\n", "<html>busy</html>"})
    void aStreamWithoutEventsIsABrokenAnswer(String stream) {
        Bytes body = Bytes.of(stream);
        Fails.with(Fails.INVALID, () -> Decoding.stream(body));
        assertThat(body.isClosed()).isTrue();
    }

    @Test
    void aStreamWhoseFirstEventFailsIsClosed() {
        Bytes body = Bytes.endingIn(Fails.CUT, "");
        Fails.with(Fails.CUT, () -> Decoding.stream(body));
        assertThat(body.isClosed()).isTrue();
    }

    @Test
    void closingClosesTheBody() {
        Bytes body = Bytes.of(sse(say("a"), say("b")));
        AnswerStream stream = Decoding.stream(body);
        stream.close();
        assertThat(body.isClosed()).isTrue();
        Fails.with(Fails.CANCELLED, stream::hasNext);
    }

    @Test
    void closingBetweenEventsCancels() {
        AnswerStream stream = Decoding.stream(Bytes.of(sse(say("a"))));
        stream.next();
        stream.close();
        Fails.with(Fails.CANCELLED, stream::next);
    }

    @Test
    void thereIsNothingBehindTheEnd() {
        AnswerStream stream = Decoding.stream(Bytes.of(sse(finish("stop"))));
        stream.next();
        assertThat(stream.hasNext()).isFalse();
        assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
    }
}
