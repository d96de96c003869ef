package dev.enfilade.application.port.in;

import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.stream.EventStream;

/** Continues a prompt. */
@FunctionalInterface
public interface GenerateUseCase {

    /**
     * As {@link ChatUseCase#chat}, for a prompt: a templated one becomes a conversation, the others go to the backend
     * as they are.
     *
     * @throws dev.enfilade.domain.failure.FailureException whatever went wrong before the first event
     */
    EventStream<GenerationEvent> generate(GenerateRequest request);
}
