package dev.enfilade.adapter.in.ollama;

import static java.util.Objects.requireNonNull;

import dev.enfilade.application.port.in.ChatUseCase;
import dev.enfilade.application.port.in.DescribeModelUseCase;
import dev.enfilade.application.port.in.EmbedUseCase;
import dev.enfilade.application.port.in.GenerateUseCase;
import dev.enfilade.application.port.in.HoldModelUseCase;
import dev.enfilade.application.port.in.ListModelsUseCase;
import dev.enfilade.application.port.in.ListRunningUseCase;

/** What the Ollama API asks of the application. */
public record OllamaPorts(
        ListModelsUseCase listModels,
        DescribeModelUseCase describeModel,
        HoldModelUseCase holdModel,
        ListRunningUseCase listRunning,
        ChatUseCase chat,
        GenerateUseCase generate,
        EmbedUseCase embed) {

    public OllamaPorts {
        requireNonNull(listModels, "listModels is null");
        requireNonNull(describeModel, "describeModel is null");
        requireNonNull(holdModel, "holdModel is null");
        requireNonNull(listRunning, "listRunning is null");
        requireNonNull(chat, "chat is null");
        requireNonNull(generate, "generate is null");
        requireNonNull(embed, "embed is null");
    }
}
