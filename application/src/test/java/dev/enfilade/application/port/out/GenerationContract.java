package dev.enfilade.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.application.port.out.Cue.Cut;
import dev.enfilade.application.port.out.Cue.Refusal;
import dev.enfilade.application.port.out.Cue.Silence;
import dev.enfilade.application.port.out.Cue.Text;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.Reply;
import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.stream.EventStream;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/**
 * The stream contract, for everything that generates.
 *
 * @param <B> the port
 */
public interface GenerationContract<B> {

    /** A backend that answers every call with this script. */
    Stage<B> stage(Cue... script);

    EventStream<GenerationEvent> ask(B backend, Delivery delivery);

    private EventStream<GenerationEvent> stream(Stage<B> stage) {
        return ask(stage.backend(), Delivery.STREAMED);
    }

    @Test
    default void eventsComeOneByOneAndEndInFinished() {
        try (Stage<B> stage = stage(new Text("Hello"), new Text(" there"), Cue.stop());
                EventStream<GenerationEvent> stream = stream(stage)) {
            assertThat(stream.next()).isEqualTo(new TextDelta("Hello"));
            assertThat(stream.next()).isEqualTo(new TextDelta(" there"));
            assertThat(stream.next()).isInstanceOfSatisfying(Finished.class, end -> {
                assertThat(end.reason()).isEqualTo(FinishReason.STOP);
                assertThat(end.usage()).contains(new Usage(11, 5));
            });
            assertThat(stream.hasNext()).isFalse();
            assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    default void closingAfterTheEndChangesNothing() {
        try (Stage<B> stage = stage(Cue.stop())) {
            EventStream<GenerationEvent> stream = stream(stage);
            stream.next();
            stream.close();
            assertThat(stream.hasNext()).isFalse();
        }
    }

    @Test
    default void theEndAloneIsAFirstEvent() {
        try (Stage<B> stage = stage(Cue.stop());
                EventStream<GenerationEvent> stream = stream(stage)) {
            assertThat(stream.next()).isInstanceOf(Finished.class);
            assertThat(stream.hasNext()).isFalse();
        }
    }

    @Test
    default void lengthIsAFinishReasonOfItsOwn() {
        Cue cutShort = new Cue.Finish(FinishReason.LENGTH, new Usage(1, 1));
        try (Stage<B> stage = stage(new Text("one"), cutShort);
                EventStream<GenerationEvent> stream = stream(stage)) {
            assertThat(Reply.from(stream).end().reason()).isEqualTo(FinishReason.LENGTH);
        }
    }

    @Test
    default void wholeAnswerIsTheSameAnswer() {
        try (Stage<B> stage = stage(new Text("Hello"), new Text(" there"), Cue.stop());
                EventStream<GenerationEvent> stream = ask(stage.backend(), Delivery.WHOLE)) {
            Reply reply = Reply.from(stream);
            assertThat(reply.text()).isEqualTo("Hello there");
            assertThat(reply.end().usage()).contains(new Usage(11, 5));
        }
    }

    @Test
    default void callReturnsAsSoonAsTheFirstEventIsThere() {
        try (Stage<B> stage = stage(new Text("Hello"), new Silence());
                EventStream<GenerationEvent> stream =
                        Aside.run(() -> stream(stage)).result()) {
            assertThat(stream.next()).isEqualTo(new TextDelta("Hello"));
        }
    }

    @Test
    default void callDoesNotReturnBeforeTheFirstEvent() {
        try (Stage<B> stage = stage(new Silence())) {
            Aside<EventStream<GenerationEvent>> call = Aside.run(() -> stream(stage));
            stage.awaitSilence();
            assertThat(call.awaitBlocked().isDone()).isFalse();
            call.interrupt();
            assertThat(Fails.failureIn(call.thrown())).isEqualTo(Fails.CANCELLED);
            stage.awaitAbandoned();
        }
    }

    @Test
    default void refusalBeforeTheFirstEventIsThrownByTheCall() {
        try (Stage<B> stage = stage(new Refusal(503, "the engine is overloaded"))) {
            Fails.refused(503, "the engine is overloaded", () -> stream(stage));
        }
    }

    @Test
    default void cutBeforeTheFirstEventIsThrownByTheCall() {
        try (Stage<B> stage = stage(new Cut())) {
            Fails.with(Fails.CUT, () -> stream(stage));
        }
    }

    @Test
    default void runningDryBeforeTheFirstEventIsThrownByTheCall() {
        try (Stage<B> stage = stage()) {
            Fails.with(Fails.CUT, () -> stream(stage));
        }
    }

    @Test
    default void cutStreamIsAFailureAndStaysOne() {
        try (Stage<B> stage = stage(new Text("one"), new Text(" two"), new Cut());
                EventStream<GenerationEvent> stream = stream(stage)) {
            List<GenerationEvent> seen = new ArrayList<>();
            Fails.with(Fails.CUT, () -> stream.forEachRemaining(seen::add));
            assertThat(seen).containsExactly(new TextDelta("one"), new TextDelta(" two"));
            Fails.with(Fails.CUT, stream::hasNext);
        }
    }

    @Test
    default void streamThatRunsDryIsCut() {
        try (Stage<B> stage = stage(new Text("one"));
                EventStream<GenerationEvent> stream = stream(stage)) {
            stream.next();
            Fails.with(Fails.CUT, stream::hasNext);
        }
    }

    @Test
    default void refusalAmidTheStreamIsThrownByTheStream() {
        try (Stage<B> stage = stage(new Text("one"), new Refusal(500, "engine overheated"));
                EventStream<GenerationEvent> stream = stream(stage)) {
            stream.next();
            Fails.refused(500, "engine overheated", stream::hasNext);
        }
    }

    @Test
    default void closingEndsABlockedReadAndTheBackendsWork() {
        try (Stage<B> stage = stage(new Text("one"), new Silence())) {
            EventStream<GenerationEvent> stream = stream(stage);
            stream.next();
            Aside<Boolean> read = Aside.run(stream::hasNext).awaitBlocked();
            stream.close();
            assertThat(Fails.failureIn(read.thrown())).isEqualTo(Fails.CANCELLED);
            stage.awaitAbandoned();
            stream.close();
        }
    }

    @Test
    default void interruptEndsABlockedReadAndTheBackendsWork() {
        try (Stage<B> stage = stage(new Text("one"), new Silence());
                EventStream<GenerationEvent> stream = stream(stage)) {
            stream.next();
            Aside<Boolean> read = Aside.run(stream::hasNext).awaitBlocked();
            read.interrupt();
            assertThat(Fails.failureIn(read.thrown())).isEqualTo(Fails.CANCELLED);
            stage.awaitAbandoned();
        }
    }

    @Test
    default void closingUnreadEndsTheBackendsWork() {
        try (Stage<B> stage = stage(new Text("one"), new Silence())) {
            EventStream<GenerationEvent> stream = stream(stage);
            stream.close();
            stage.awaitAbandoned();
            Fails.with(Fails.CANCELLED, stream::hasNext);
        }
    }
}
