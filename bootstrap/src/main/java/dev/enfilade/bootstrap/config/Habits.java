package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Variables that people have set already, for Ollama, for OpenAI's SDKs, for their platform.
 *
 * <p>They were not written for us, so a value that makes no sense is a notice and never an error.
 */
final class Habits {

    private static final String OLLAMA = "OLLAMA_";
    private static final String HOST = "OLLAMA_HOST";
    private static final String ORIGINS = "OLLAMA_ORIGINS";
    private static final String KEEP_ALIVE = "OLLAMA_KEEP_ALIVE";
    private static final String CONTEXT = "OLLAMA_CONTEXT_LENGTH";
    private static final List<String> HONOURED = List.of(HOST, ORIGINS, KEEP_ALIVE, CONTEXT);

    private final Variables variables;
    private final Consumer<String> notices;

    Habits(Variables variables, Consumer<String> notices) {
        this.variables = variables;
        this.notices = notices;
    }

    /** What the variables of Ollama set; those that mean nothing here are named once. */
    List<Setting> ollama() {
        List<Setting> settings = new ArrayList<>();
        variables.find(HOST).map(this::listen).ifPresent(settings::add);
        variables.find(ORIGINS).map(this::origins).ifPresent(settings::add);
        lenient(KEEP_ALIVE, Keys.MODEL_KEEP_ALIVE).ifPresent(settings::add);
        lenient(CONTEXT, Keys.CATALOG_CONTEXT).ifPresent(settings::add);
        String others = variables.values().keySet().stream()
                .filter(name -> name.startsWith(OLLAMA) && !HONOURED.contains(name))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            notices.accept("ignored, since nothing here has a use for it: " + others);
        }
        return settings;
    }

    /**
     * A backend from the variables of OpenAI's SDKs; only if none is configured, since a stray key must not travel to
     * another host.
     */
    List<Setting> openAi(Mapping configuration) {
        return configuration.names("backends").isEmpty()
                ? Stream.of(
                                setting("OPENAI_BASE_URL", Keys.BACKEND_URL),
                                setting("OPENAI_API_KEY", Keys.BACKEND_KEY),
                                setting("OPENAI_API_KEY_FILE", Keys.BACKEND_KEY_FILE))
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    /** The port that a platform wants; it says nothing about the address, so that stays. */
    Optional<Integer> port() {
        Optional<Scalar> port = variables.find("PORT");
        Optional<Integer> number = port.map(Scalar::text)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .filter(it -> it <= 65_535);
        if (port.isPresent() && number.isEmpty()) {
            notices.accept("PORT is ignored (expected a number from 0 to 65535)");
        }
        return number;
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
        problems.inOrder().forEach(problem -> notices.accept(problem + ", so it is left out"));
        return new Setting(Keys.CORS_ORIGINS.path(), origins.meaning(String.join(",", good)));
    }

    private Optional<Setting> lenient(String variable, Key<?> key) {
        Problems problems = new Problems();
        Optional<Setting> setting = variables
                .find(variable)
                .map(Habits::unquoted)
                .filter(value -> key.kind().read(value, KeyPath.TOP, problems).isPresent())
                .map(value -> new Setting(key.path(), value));
        problems.inOrder().forEach(problem -> notices.accept(problem + ", so it is left out"));
        return setting;
    }

    private Optional<Setting> setting(String variable, Key<?> key) {
        return variables.find(variable).map(value -> new Setting(key.path().named(Settings.ONLY_BACKEND), value));
    }

    /** Ollama 0.33 drops spaces and quotes around its values: Compose files have them. */
    private static Scalar unquoted(Scalar value) {
        return value.meaning(
                value.text().strip().replaceAll("^[\"']+|[\"']+$", "").strip());
    }
}
