package dev.enfilade.application.service;

import static dev.enfilade.domain.catalog.Capability.EMBEDDING;
import static dev.enfilade.domain.catalog.Capability.THINKING;
import static dev.enfilade.domain.catalog.Capability.VISION;

import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelTraits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What is well known of well-known models: how much they read, how long their vectors are, whether they see and reason.
 * From their makers' model cards; good for what clients show, and never a reason to refuse anything.
 */
final class KnownModels {

    /** Searched in lower-case names; the first line that matches counts, so special ones stand above general ones. */
    private static final List<Line> LINES = List.of(
            vectors("text-embedding-3-large", 8191, 3072),
            vectors("text-embedding-(3-small|ada-002)", 8191, 1536),
            vectors("nomic-embed", 8192, 768),
            vectors("mxbai-embed-large", 512, 1024),
            vectors("bge-m3", 8192, 1024),
            vectors("(bge|e5)-large", 512, 1024),
            vectors("(bge|e5)-base", 512, 768),
            vectors("(bge-small|all-minilm)", 512, 384),
            vectors("qwen3-embedding.*0\\.6b", 32_768, 1024),
            vectors("qwen3-embedding.*4b", 32_768, 2560),
            vectors("qwen3-embedding.*8b", 32_768, 4096),
            line("gpt-5(\\.\\d)?-chat", 128_000, VISION),
            line("gpt-oss", 131_072, THINKING),
            line("gpt-([5-9]|\\d\\d)", 400_000, VISION, THINKING),
            line("gpt-4\\.1", 1_047_576, VISION),
            line("gpt-4(o|-turbo)", 128_000, VISION),
            line("gpt-4", 8192),
            line("gpt-3\\.5-turbo", 16_385),
            line("o1-(mini|preview)", 128_000, THINKING),
            line("o3-mini", 200_000, THINKING),
            line("o[134](-|:|$)", 200_000, VISION, THINKING),
            line("claude-3[.-]7|claude-(sonnet-|opus-|haiku-)?[4-9]", 200_000, VISION, THINKING),
            line("claude-3", 200_000, VISION),
            line("gemini-(2\\.5|[3-9])", 1_048_576, VISION, THINKING),
            line("gemini-", 1_048_576, VISION),
            line("qwen-?3-?vl", 262_144, VISION, THINKING),
            line("qwen-?3-?coder", 262_144),
            line("qwen-?3", 40_960, THINKING),
            line("qwq", 131_072, THINKING),
            line("qwen-?2(\\.5)?-?vl", 128_000, VISION),
            line("qwen-?2", 32_768),
            line("deepseek-(r1|reasoner)", 131_072, THINKING),
            line("deepseek-(v3|chat)", 131_072),
            line("llama-?4", 1_048_576, VISION),
            line("llama-?3\\.2-?(vision|11b|90b)", 131_072, VISION),
            line("llama-?3[.-][123]", 131_072),
            line("llama-?3", 8192),
            line("llama-?2", 4096),
            line("gemma-?3n", 32_768),
            line("gemma-?3-?:?(270m|1b)", 32_768),
            line("gemma-?3", 131_072, VISION),
            line("gemma-?2", 8192),
            line("pixtral", 131_072, VISION),
            line("magistral", 131_072, THINKING),
            line("mi(ni)?stral-(large|medium|small|nemo|3b|8b)|devstral", 131_072),
            line("mixtral|mistral|codestral", 32_768),
            line("phi-?4.*reasoning", 32_768, THINKING),
            line("phi-?4", 16_384),
            line("phi-?3\\.5", 131_072),
            line("glm-?4\\.[5-9]", 131_072, THINKING),
            line("granite-?(3|4)|command-r|kimi-k2|grok-[34]", 131_072),
            line("(bak)?llava|moondream|minicpm-v", 4096, VISION));

    private KnownModels() {}

    /** What is known of the model with this name, which may be nothing; its capabilities are beyond those of any. */
    static ModelTraits traits(String lowerCaseName) {
        return LINES.stream()
                .filter(line -> line.names().matcher(lowerCaseName).find())
                .findFirst()
                .map(Line::traits)
                .orElse(ModelTraits.UNKNOWN);
    }

    private static Line line(String names, int context, Capability... capabilities) {
        return Line.of(names, context, OptionalInt.empty(), List.of(capabilities));
    }

    private static Line vectors(String names, int context, int length) {
        return Line.of(names, context, OptionalInt.of(length), List.of(EMBEDDING));
    }

    private record Line(Pattern names, ModelTraits traits) {

        static Line of(String names, int context, OptionalInt vector, List<Capability> capabilities) {
            return new Line(
                    Pattern.compile("(?<![a-z0-9])(?:" + names + ")"),
                    new ModelTraits(
                            Optional.of(capabilities).filter(list -> !list.isEmpty()),
                            OptionalInt.of(context),
                            vector,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
    }
}
