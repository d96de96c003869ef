package dev.enfilade.adapter.out.openai.dialect;

import dev.enfilade.adapter.out.openai.dialect.Dialect.ModelException;
import dev.enfilade.domain.request.Knob;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * OpenAI's models that reason: they count their answer as {@code max_completion_tokens} and refuse temperature,
 * {@code top_p}, penalties, stop texts and probabilities. Which efforts they know changes from one to the next. After
 * OpenAI's guide to reasoning.
 */
final class ReasoningModels {

    /** Gateways put a vendor in front of a name, and OpenAI a mark of fine-tuned models. */
    private static final String BEFORE = "(?i)(?:.*/)?(?:ft:)?";

    private ReasoningModels() {}

    /** @param strictSchemas as for the server's other models */
    static List<ModelException> in(String dialect, boolean strictSchemas) {
        return Stream.of(
                        model("o1-(?:mini|preview)", ThinkingSwitch.NONE),
                        model("gpt-5(?:\\.\\d)?-pro", ThinkingSwitch.ofEfforts("high", "high", "high", "high")),
                        model(
                                "gpt-5\\.1(?!.*-chat|-codex-max)",
                                ThinkingSwitch.ofEfforts("none", "medium", "high", "high")),
                        model(
                                "gpt-(?:5\\.\\d|[6-9]|\\d\\d)(?!.*-chat)",
                                ThinkingSwitch.ofEfforts("none", "medium", "high", "xhigh")),
                        model("gpt-5-codex", ThinkingSwitch.ofEfforts("low", "medium", "high", "high")),
                        model("gpt-5(?!.*-chat)", ThinkingSwitch.ofEfforts("minimal", "medium", "high", "high")),
                        model("(?:o\\d|codex-mini)", ThinkingSwitch.ofEfforts("low", "medium", "high", "high")))
                .map(model -> model.exception(dialect, strictSchemas))
                .toList();
    }

    private static Model model(String name, ThinkingSwitch efforts) {
        return new Model(Pattern.compile(BEFORE + name + "(?:[-.:].*)?"), efforts);
    }

    private record Model(Pattern names, ThinkingSwitch efforts) {

        ModelException exception(String dialect, boolean strictSchemas) {
            Map<Knob, String> knobs = Map.of(Knob.SEED, "seed", Knob.MAX_TOKENS, "max_completion_tokens");
            return new ModelException(
                    names, new Dialect(dialect, knobs, efforts, 0, false, true, true, strictSchemas, List.of()));
        }
    }
}
