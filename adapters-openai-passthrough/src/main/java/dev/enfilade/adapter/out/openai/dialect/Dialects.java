package dev.enfilade.adapter.out.openai.dialect;

import dev.enfilade.adapter.out.openai.dialect.Dialect.ModelException;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.request.Knob;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The dialects that are known. */
public final class Dialects {

    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    /** What OpenAI's interface itself has, and so what an unknown server most likely takes. */
    private static final Map<Knob, String> STANDARD = Map.of(
            Knob.TEMPERATURE, "temperature",
            Knob.TOP_P, "top_p",
            Knob.PRESENCE_PENALTY, "presence_penalty",
            Knob.FREQUENCY_PENALTY, "frequency_penalty",
            Knob.SEED, "seed",
            Knob.MAX_TOKENS, "max_tokens");

    private static final String MAX_COMPLETION_TOKENS = "max_completion_tokens";

    /** A server of which nothing is known. */
    public static final Dialect GENERIC = new Dialect(
            "generic", STANDARD, efforts("none", "medium", "high"), ANY_NUMBER, true, true, true, List.of());

    /** OpenAI itself, which refuses unknown members; its reasoning models refuse some known ones as well. */
    public static final Dialect OPENAI = new Dialect(
            "openai",
            with(STANDARD, Map.of(Knob.MAX_TOKENS, MAX_COMPLETION_TOKENS)),
            ThinkingSwitch.NONE,
            4,
            true,
            true,
            true,
            List.of(
                    reasoningModels(
                            "(ft:)?gpt-(5\\.\\d|[6-9]|\\d\\d)(?!.*-chat).*", efforts("none", "medium", "xhigh")),
                    reasoningModels("(ft:)?gpt-5(?!.*-chat).*", efforts("minimal", "medium", "high")),
                    reasoningModels("(ft:)?(o\\d|codex-).*", efforts("low", "medium", "high"))));

    /**
     * vLLM. The names of the switches depend on the model's template, so both known ones are sent; templates ignore the
     * other.
     */
    public static final Dialect VLLM = new Dialect(
            "vllm",
            with(STANDARD, Map.of(Knob.TOP_K, "top_k", Knob.MIN_P, "min_p", Knob.REPEAT_PENALTY, "repetition_penalty")),
            new ThinkingSwitch(
                    List.of(vllmTemplate(false)),
                    List.of(vllmTemplate(true)),
                    List.of(vllmTemplate(true), effort("low")),
                    List.of(vllmTemplate(true), effort("medium")),
                    List.of(vllmTemplate(true), effort("high")),
                    List.of(vllmTemplate(true), effort("high"))),
            ANY_NUMBER,
            true,
            true,
            true,
            List.of());

    /** llama.cpp's server, whose template switches are those that Ollama 0.33 itself sends to it. */
    public static final Dialect LLAMACPP = new Dialect(
            "llamacpp",
            with(
                    STANDARD,
                    Map.of(
                            Knob.TOP_K, "top_k",
                            Knob.MIN_P, "min_p",
                            Knob.TYPICAL_P, "typical_p",
                            Knob.REPEAT_PENALTY, "repeat_penalty",
                            Knob.REPEAT_LAST_N, "repeat_last_n",
                            Knob.KEEP_TOKENS, "n_keep")),
            new ThinkingSwitch(
                    List.of(template("{\"enable_thinking\":false}")),
                    List.of(template("{\"enable_thinking\":true}")),
                    List.of(template("{\"enable_thinking\":true,\"reasoning_effort\":\"low\"}")),
                    List.of(template("{\"enable_thinking\":true,\"reasoning_effort\":\"medium\"}")),
                    List.of(template("{\"enable_thinking\":true,\"reasoning_effort\":\"high\"}")),
                    List.of(template("{\"enable_thinking\":true,\"reasoning_effort\":\"max\"}"))),
            ANY_NUMBER,
            true,
            true,
            false,
            List.of());

    /** OpenRouter, which translates one {@code reasoning} member for every model behind it. */
    public static final Dialect OPENROUTER = new Dialect(
            "openrouter",
            with(STANDARD, Map.of(Knob.TOP_K, "top_k", Knob.MIN_P, "min_p", Knob.REPEAT_PENALTY, "repetition_penalty")),
            new ThinkingSwitch(
                    List.of(reasoning("{\"effort\":\"none\"}")),
                    List.of(reasoning("{\"enabled\":true}")),
                    List.of(reasoning("{\"effort\":\"low\"}")),
                    List.of(reasoning("{\"effort\":\"medium\"}")),
                    List.of(reasoning("{\"effort\":\"high\"}")),
                    List.of(reasoning("{\"effort\":\"xhigh\"}"))),
            ANY_NUMBER,
            true,
            true,
            true,
            List.of());

    /** Another Ollama, by its own {@code /v1}. */
    public static final Dialect OLLAMA =
            new Dialect("ollama", STANDARD, efforts("none", "medium", "max"), ANY_NUMBER, true, true, true, List.of());

    private static final List<Dialect> ALL = List.of(OPENAI, VLLM, LLAMACPP, OPENROUTER, OLLAMA, GENERIC);

    private Dialects() {}

    /** All of them, in the order in which they are shown. */
    public static List<Dialect> all() {
        return ALL;
    }

    /** The dialect with this name, if there is one. */
    public static Optional<Dialect> named(String name) {
        return ALL.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }

    private static ModelException reasoningModels(String pattern, ThinkingSwitch efforts) {
        Map<Knob, String> knobs = Map.of(Knob.SEED, "seed", Knob.MAX_TOKENS, MAX_COMPLETION_TOKENS);
        Dialect dialect = new Dialect("openai", knobs, efforts, 0, false, true, true, List.of());
        return new ModelException(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), dialect);
    }

    private static ThinkingSwitch efforts(String off, String on, String max) {
        return new ThinkingSwitch(
                List.of(effort(off)),
                List.of(effort(on)),
                List.of(effort("low")),
                List.of(effort("medium")),
                List.of(effort("high")),
                List.of(effort(max)));
    }

    private static BodyMember effort(String word) {
        return new BodyMember("reasoning_effort", new JsonText('"' + word + '"'));
    }

    private static BodyMember reasoning(String json) {
        return new BodyMember("reasoning", new JsonText(json));
    }

    private static BodyMember template(String json) {
        return new BodyMember("chat_template_kwargs", new JsonText(json));
    }

    private static BodyMember vllmTemplate(boolean thinking) {
        return template("{\"enable_thinking\":" + thinking + ",\"thinking\":" + thinking + "}");
    }

    private static Map<Knob, String> with(Map<Knob, String> knobs, Map<Knob, String> more) {
        Map<Knob, String> all = new EnumMap<>(knobs);
        all.putAll(more);
        return all;
    }
}
