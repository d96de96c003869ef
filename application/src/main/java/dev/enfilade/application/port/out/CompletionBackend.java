package dev.enfilade.application.port.out;

import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.stream.EventStream;

/** Something that continues raw prompts; its streams obey the contract of {@link ChatBackend}. */
@FunctionalInterface
public interface CompletionBackend {

    /**
     * Asks for a continuation.
     *
     * @param request its model is the backend's own name; its prompt is verbatim or an infill
     * @throws dev.enfilade.domain.failure.FailureException whatever went wrong before the first event
     */
    EventStream<GenerationEvent> complete(GenerateRequest request);
}
