package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.conversation.PackedTurns;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import java.util.List;

/** Reads {@link GenerateBody}. */
final class GenerateBodyReader {

    private final GoReader in;
    private final AskSettingsReader settings;
    private String model = "";
    private String prompt = "";
    private String suffix = "";
    private String system = "";
    private String template = "";
    private List<Long> context = List.of();
    private boolean raw;
    private List<String> images = List.of();

    private GenerateBodyReader(GoReader in) {
        this.in = in;
        this.settings = new AskSettingsReader(in);
    }

    static GenerateBody read(GoReader in) {
        GenerateBodyReader body = new GenerateBodyReader(in);
        in.struct("api.GenerateRequest", body::member);
        return body.body();
    }

    private void member(String name) {
        switch (name) {
            case "model" -> model = in.string(model);
            case "prompt" -> prompt = in.string(prompt);
            case "suffix" -> suffix = in.string(suffix);
            case "system" -> system = in.string(system);
            case "template" -> template = in.string(template);
            case "context" -> context = in.list("[]int", context, n -> n.integer(0), PackedTurns.LONGEST);
            case "raw" -> raw = in.flag(raw);
            case "images" -> images = in.list("[]api.ImageData", images, image -> image.base64("api.ImageData"));
            default -> settings.member(name);
        }
    }

    private GenerateBody body() {
        return new GenerateBody(model, prompt, suffix, system, template, context, raw, images, settings.settings());
    }
}
