package dev.enfilade.adapter.out.openai.dialect;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.request.Knob;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dialects that are known: OpenAI's and OpenRouter's after their documentation, vLLM's after its request class,
 * llama.cpp's and Ollama's as recorded.
 */
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

    /**
     * A server of which nothing is known. It may be a gateway to OpenAI, whose models want their own words there too;
     * and it may refuse to hear of reasoning from a model that does none.
     */
    public static final Dialect GENERIC = new Dialect(
            "generic",
            STANDARD,
            new ThinkingSwitch(
                    List.of(),
                    List.of(ThinkingSwitch.effort("none")),
                    List.of(ThinkingSwitch.effort("medium")),
                    List.of(ThinkingSwitch.effort("low")),
                    List.of(ThinkingSwitch.effort("medium")),
                    List.of(ThinkingSwitch.effort("high")),
                    List.of(ThinkingSwitch.effort("high"))),
            ANY_NUMBER,
            true,
            true,
            true,
            false,
            ReasoningModels.in("generic", false));

    /** OpenAI itself, which refuses unknown members; its reasoning models refuse some known ones as well. */
    public static final Dialect OPENAI = new Dialect(
            "openai",
            with(STANDARD, Map.of(Knob.MAX_TOKENS, "max_completion_tokens")),
            ThinkingSwitch.NONE,
            4,
            true,
            true,
            true,
            true,
            ReasoningModels.in("openai", true));

    /**
     * vLLM. The names of the switches depend on the model's template, so both known ones are sent; templates ignore the
     * other.
     */
    public static final Dialect VLLM = new Dialect(
            "vllm",
            with(STANDARD, Map.of(Knob.TOP_K, "top_k", Knob.MIN_P, "min_p", Knob.REPEAT_PENALTY, "repetition_penalty")),
            new ThinkingSwitch(
                    List.of(vllmTemplate(false)),
                    List.of(vllmTemplate(false)),
                    List.of(vllmTemplate(true)),
                    List.of(vllmTemplate(true), ThinkingSwitch.effort("low")),
                    List.of(vllmTemplate(true), ThinkingSwitch.effort("medium")),
                    List.of(vllmTemplate(true), ThinkingSwitch.effort("high")),
                    List.of(vllmTemplate(true), ThinkingSwitch.effort("high"))),
            ANY_NUMBER,
            true,
            true,
            true,
            false,
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
                            Knob.KEEP_TOKENS, "n_keep",
                            Knob.MIROSTAT, "mirostat",
                            Knob.MIROSTAT_TAU, "mirostat_tau",
                            Knob.MIROSTAT_ETA, "mirostat_eta")),
            new ThinkingSwitch(
                    List.of(template("{\"enable_thinking\":false}")),
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
            false,
            List.of());

    /** OpenRouter, which translates one {@code reasoning} member for every model behind it. */
    public static final Dialect OPENROUTER = new Dialect(
            "openrouter",
            with(STANDARD, Map.of(Knob.TOP_K, "top_k", Knob.MIN_P, "min_p", Knob.REPEAT_PENALTY, "repetition_penalty")),
            new ThinkingSwitch(
                    List.of(reasoning("{\"effort\":\"none\"}")),
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
            false,
            List.of());

    /** Another Ollama, by its own {@code /v1}. */
    public static final Dialect OLLAMA = new Dialect(
            "ollama",
            STANDARD,
            ThinkingSwitch.ofEfforts("none", "medium", "high", "max"),
            ANY_NUMBER,
            true,
            true,
            true,
            false,
            List.of());

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
