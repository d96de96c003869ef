package dev.enfilade.bootstrap.di;

import dev.enfilade.adapter.out.openai.OpenAiPassthrough;
import dev.enfilade.adapter.out.openai.PassthroughSettings;
import dev.enfilade.adapter.out.openai.dialect.DialectChoice;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.adapter.out.openai.transport.Timeouts;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.Sampling;
import dev.enfilade.domain.stream.EventStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Takes the slow first time upon itself: the SDK loads thousands of classes for its first request. Asking a backend
 * that cannot be there loads them without troubling a real one.
 */
public final class WarmUp implements Runnable {

    /** Nobody can listen on port 0. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:0");

    private final Runnable listed;

    public WarmUp() {
        this(() -> {});
    }

    /** @param listed what is to happen as soon as a model list can be fetched without loading classes */
    WarmUp(Runnable listed) {
        this.listed = listed;
    }

    @Override
    public void run() {
        PassthroughSettings settings = new PassthroughSettings(
                NOWHERE,
                Optional.empty(),
                new DialectChoice.Fixed(Dialects.GENERIC),
                Timeouts.DEFAULT,
                false,
                Headers.NONE,
                "");
        try (OpenAiPassthrough adapter = new OpenAiPassthrough(settings, System::nanoTime)) {
            fail(adapter.catalog()::models);
            listed.run();
            fail(() -> chat(adapter));
        }
    }

    private static void fail(Runnable call) {
        try {
            call.run();
        } catch (FailureException e) {
            // As it should be.
        }
    }

    private static void chat(OpenAiPassthrough adapter) {
        try (EventStream<GenerationEvent> answer = adapter.chat().chat(greeting())) {
            answer.forEachRemaining(_ -> {});
        }
    }

    private static ChatRequest greeting() {
        return new ChatRequest(
                new ModelName("warm-up"),
                List.of(new Message.UserMessage(List.of(new ContentPart.Text("Hello")))),
                List.of(),
                new ResponseFormat.FreeText(),
                new Thinking.Unset(),
                Sampling.UNSET,
                Optional.empty(),
                Delivery.STREAMED);
    }
}
