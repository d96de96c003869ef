package dev.enfilade.bootstrap.check;

import dev.enfilade.application.port.out.ChatBackend;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.Refused;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.Sampling;
import dev.enfilade.domain.stream.EventStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Has a model say very little. */
record ChatStep(Subject subject, ChatBackend backend, ModelName model, LongSupplier nanoTime) {

    private static final long ONE_TOKEN = 1;

    /** Some, so that one sees them come. */
    private static final long FEW_TOKENS = 16;

    private static final int BAD_REQUEST = 400;

    Finding whole() {
        try (EventStream<GenerationEvent> answer = backend.chat(request(ONE_TOKEN, Delivery.WHOLE))) {
            return Finding.ok(model + " answered, " + usage(finish(answer)));
        } catch (FailureException e) {
            return judged(e.failure());
        }
    }

    Finding streamed() {
        long asked = nanoTime.getAsLong();
        try (EventStream<GenerationEvent> answer = backend.chat(request(FEW_TOKENS, Delivery.STREAMED))) {
            Duration first = Duration.ofNanos(nanoTime.getAsLong() - asked);
            Finished finished = finish(answer);
            return Finding.ok("first event after " + Times.shown(first) + ", finished ("
                    + finished.reason().name().toLowerCase(Locale.ROOT) + "), " + usage(finished));
        } catch (FailureException e) {
            return judged(e.failure());
        }
    }

    /** A model that thinks may have no token left to speak with; OpenAI calls that a bad request. */
    private Finding judged(Failure failure) {
        boolean spent = failure instanceof Refused refused
                && refused.status() == BAD_REQUEST
                && refused.text().contains("output limit was reached");
        return spent
                ? Finding.ok(model + " answered, but used all its few tokens to think")
                : new Diagnosis(subject, "model " + model).of(failure);
    }

    /** By the contract of streams this ends in the one event that ends an answer, or throws. */
    private static Finished finish(EventStream<GenerationEvent> answer) {
        Optional<Finished> end = Optional.empty();
        while (answer.hasNext()) {
            if (answer.next() instanceof Finished finished) {
                end = Optional.of(finished);
            }
        }
        return end.orElseThrow();
    }

    private static String usage(Finished finished) {
        return finished.usage().map(ChatStep::counted).orElse("no usage sent");
    }

    private static String counted(Usage usage) {
        return "usage sent (" + usage.promptTokens() + " tokens in, " + usage.completionTokens() + " out)";
    }

    private ChatRequest request(long tokens, Delivery delivery) {
        return new ChatRequest(
                model,
                List.of(new Message.UserMessage(List.of(new ContentPart.Text("Hello")))),
                List.of(),
                new ResponseFormat.FreeText(),
                new Thinking.Unset(),
                new Sampling(Map.of(Knob.MAX_TOKENS, tokens), List.of()),
                Optional.empty(),
                delivery);
    }
}
