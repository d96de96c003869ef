package dev.enfilade.adapter.in.ollama.generation;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.catalog.ModelName;
import java.util.List;

/**
 * The body of {@code POST /api/generate}; what the client left out is empty.
 *
 * @param context what an earlier answer gave back under this name, or anything else a client made up
 * @param raw the prompt is to be taken as it is
 * @param images base64 without line ends
 */
record GenerateBody(
        String model,
        String prompt,
        String suffix,
        String system,
        String template,
        List<Long> context,
        boolean raw,
        List<String> images,
        AskSettings settings) {

    GenerateBody {
        requireNonNull(model, "model is null");
        requireNonNull(prompt, "prompt is null");
        requireNonNull(suffix, "suffix is null");
        requireNonNull(system, "system is null");
        requireNonNull(template, "template is null");
        context = List.copyOf(context);
        images = List.copyOf(images);
        requireNonNull(settings, "settings is null");
    }

    ModelName name() {
        return new ModelName(model);
    }
}
