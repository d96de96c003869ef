package dev.enfilade.application.service;

import dev.enfilade.application.port.in.ChatUseCase;
import dev.enfilade.application.port.out.Telemetry;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.observation.Operation;
import dev.enfilade.domain.stream.EventStream;
import java.util.function.Supplier;

/** Finds the backend of a chat, completes the tool calls of its history, and sends it on. */
public final class ChatService implements ChatUseCase {

    private final ModelDirectory directory;
    private final Telemetry telemetry;
    private final Supplier<String> newId;

    /** @param newId makes ids for tool calls that have none */
    public ChatService(ModelDirectory directory, Telemetry telemetry, Supplier<String> newId) {
        this.directory = directory;
        this.telemetry = telemetry;
        this.newId = newId;
    }

    @Override
    public EventStream<GenerationEvent> chat(ChatRequest request) {
        return chat(request, Operation.CHAT);
    }

    EventStream<GenerationEvent> chat(ChatRequest request, Operation operation) {
        ModelRoute route = directory.route(request.model());
        ChatRequest complete = request.withModel(route.target())
                .withMessages(ToolPairing.complete(request.messages(), newId))
                .withThinking(thinking(request.thinking(), route.card()));
        return ObservedStream.of(operation, route, telemetry, () -> asked(route, request, complete));
    }

    private static Thinking thinking(Thinking asked, ModelCard card) {
        boolean reasons = card.capabilities().has(Capability.THINKING);
        return asked instanceof Thinking.Off && !reasons ? new Thinking.NotExpected() : asked;
    }

    private static EventStream<GenerationEvent> asked(ModelRoute route, ChatRequest request, ChatRequest complete) {
        try {
            return route.backend().chat().chat(complete);
        } catch (FailureException e) {
            throw e.failure() instanceof Failure.ModelNotFound
                    ? new FailureException(
                            new Failure.ModelNotFound(request.model().value()), e)
                    : e;
        }
    }
}
