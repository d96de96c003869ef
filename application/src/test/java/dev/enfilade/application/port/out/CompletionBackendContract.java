package dev.enfilade.application.port.out;

import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.Prompt;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.Sampling;
import dev.enfilade.domain.stream.EventStream;
import java.util.Optional;

/** What every {@link CompletionBackend} does. */
public interface CompletionBackendContract extends GenerationContract<CompletionBackend> {

    @Override
    default EventStream<GenerationEvent> ask(CompletionBackend backend, Delivery delivery) {
        return backend.complete(continuing(new Prompt.Verbatim("[INST] Hi [/INST]"), delivery));
    }

    /** A request with nothing but a prompt. */
    static GenerateRequest continuing(Prompt prompt, Delivery delivery) {
        return new GenerateRequest(
                new ModelName("plain"),
                prompt,
                new ResponseFormat.FreeText(),
                new Thinking.Unset(),
                Sampling.UNSET,
                Optional.empty(),
                delivery);
    }
}
