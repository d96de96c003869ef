package dev.enfilade.application.port.in;

import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.stream.EventStream;

/** Continues a conversation. */
@FunctionalInterface
public interface ChatUseCase {

    /**
     * Asks the model that the request names, as the client wrote the name; returns when the first event is in hand.
     *
     * @return a stream that obeys the contract of {@link dev.enfilade.application.port.out.ChatBackend}, to be closed
     *     by the caller
     * @throws dev.enfilade.domain.failure.FailureException whatever went wrong before the first event
     */
    EventStream<GenerationEvent> chat(ChatRequest request);
}
