package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.logging.LogLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Variables that people have set for Ollama already.
 *
 * <p>They were not written for us, so a value that makes no sense is a notice and never an error.
 */
final class OllamaHabits {

    private static final String HOST = "OLLAMA_HOST";
    private static final String ORIGINS = "OLLAMA_ORIGINS";
    private static final String DEBUG = "OLLAMA_DEBUG";
    private static final String PARALLEL = "OLLAMA_NUM_PARALLEL";

    /** What else Ollama 0.33 reads: it is about hardware, files and accounts that are not here. */
    private static final Set<String> MEANINGLESS = Set.of(
            "OLLAMA_API_KEY",
            "OLLAMA_AUTH",
            "OLLAMA_CLOUD_BASE_URL",
            "OLLAMA_DEBUG_LOG_REQUESTS",
            "OLLAMA_EDITOR",
            "OLLAMA_EXPERIMENT",
            "OLLAMA_FLASH_ATTENTION",
            "OLLAMA_GO_TEMPLATE",
            "OLLAMA_GPU_OVERHEAD",
            "OLLAMA_IGPU_ENABLE",
            "OLLAMA_KV_CACHE_TYPE",
            "OLLAMA_LIBRARY_PATH",
            "OLLAMA_LLM_LIBRARY",
            "OLLAMA_LOAD_TIMEOUT",
            "OLLAMA_MAX_LOADED_MODELS",
            "OLLAMA_MAX_TRANSFER_STREAMS",
            "OLLAMA_MAX_VRAM",
            "OLLAMA_MODELS",
            "OLLAMA_NOHISTORY",
            "OLLAMA_NOPRUNE",
            "OLLAMA_NO_CLOUD",
            "OLLAMA_REMOTES",
            "OLLAMA_SCHED_SPREAD",
            "OLLAMA_SKILLS",
            "OLLAMA_VULKAN");

    private final Variables variables;
    private final Consumer<String> notices;

    OllamaHabits(Variables variables, Consumer<String> notices) {
        this.variables = variables;
        this.notices = notices;
    }

    /** What they set; those that mean nothing here are named once. */
    List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        variables.find(HOST).map(this::listen).ifPresent(settings::add);
        variables.find(ORIGINS).map(this::origins).ifPresent(settings::add);
        variables.find(DEBUG).flatMap(this::level).ifPresent(settings::add);
        lenient("OLLAMA_KEEP_ALIVE", Keys.MODEL_KEEP_ALIVE).ifPresent(settings::add);
        lenient("OLLAMA_CONTEXT_LENGTH", Keys.CATALOG_CONTEXT).ifPresent(settings::add);
        lenient("OLLAMA_MAX_QUEUE", Keys.LIMITS_QUEUE).ifPresent(settings::add);
        String others = variables.values().keySet().stream()
                .filter(MEANINGLESS::contains)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            notices.accept("ignored, since nothing here has a use for it: " + others);
        }
        return settings;
    }

    /** How many answers at once each backend gives that does not say so itself; 0 leaves it open, as in Ollama. */
    List<Setting> concurrency(Mapping configuration) {
        Optional<Setting> parallel = variables
                .find(PARALLEL)
                .filter(value -> !unquoted(value).text().equals("0"))
                .flatMap(_ -> lenient(PARALLEL, Keys.BACKEND_CONCURRENCY));
        return parallel.stream()
                .flatMap(setting -> configuration.names("backends").stream()
                        .map(name -> new Setting(Keys.BACKEND_CONCURRENCY.path().named(name), setting.value())))
                .filter(setting -> configuration.find(setting.path()).isEmpty())
                .toList();
    }

    private Setting listen(Scalar host) {
        OllamaHost parsed = OllamaHost.parse(host.text());
        parsed.ignoredPort()
                .ifPresent(port -> notices.accept(HOST + ": \"" + port + "\" is no port, so it is " + parsed.port()));
        return new Setting(
                Keys.LISTEN.path(), host.meaning(parsed.listenAddress().toString()));
    }

    private Setting origins(Scalar origins) {
        Problems problems = new Problems();
        List<String> good = new Several<>(Kinds.ORIGIN)
                .read(unquoted(origins), KeyPath.TOP, problems)
                .orElse(List.of());
        leftOut(problems);
        return new Setting(Keys.CORS_ORIGINS.path(), origins.meaning(String.join(",", good)));
    }

    /** True or 1 for more, 2 for all, negative numbers for less: the levels of Ollama 0.33. */
    private Optional<Setting> level(Scalar debug) {
        Optional<LogLevel> level = switch (unquoted(debug).text()) {
            case "1", "t", "T", "true", "TRUE", "True" -> Optional.of(LogLevel.DEBUG);
            case "0", "f", "F", "false", "FALSE", "False" -> Optional.empty();
            case String text when text.matches("[2-9]|\\d{2,9}") -> Optional.of(LogLevel.TRACE);
            case "-1" -> Optional.of(LogLevel.WARN);
            case String text when text.matches("-\\d{1,9}") -> Optional.of(LogLevel.ERROR);
            default -> {
                notices.accept(
                        DEBUG + ": \"" + debug.text() + "\" does not fit (expected 1 or 2), so it is" + " left out");
                yield Optional.empty();
            }
        };
        return level.map(it -> new Setting(Keys.LOGGING_LEVEL.path(), debug.meaning(it.word())));
    }

    private Optional<Setting> lenient(String variable, Key<?> key) {
        Problems problems = new Problems();
        Optional<Setting> setting = variables
                .find(variable)
                .map(OllamaHabits::unquoted)
                .filter(value -> key.kind().read(value, KeyPath.TOP, problems).isPresent())
                .map(value -> new Setting(key.path(), value));
        leftOut(problems);
        return setting;
    }

    private void leftOut(Problems problems) {
        problems.inOrder().forEach(problem -> notices.accept(problem + ", so it is left out"));
    }

    /** Ollama 0.33 drops spaces and quotes around its values: Compose files have them. */
    private static Scalar unquoted(Scalar value) {
        return value.meaning(
                value.text().strip().replaceAll("^[\"']+|[\"']+$", "").strip());
    }
}
