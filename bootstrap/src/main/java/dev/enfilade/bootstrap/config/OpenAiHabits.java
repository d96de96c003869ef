package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Backends from the variables of OpenAI's SDKs and of Open WebUI; only if none is configured, since a stray key must
 * not travel to another host.
 */
final class OpenAiHabits {

    private static final String URL = "OPENAI_BASE_URL";
    private static final String URLS = "OPENAI_API_BASE_URLS";
    private static final String KEY = "OPENAI_API_KEY";
    private static final String KEYS = "OPENAI_API_KEYS";
    private static final String KEY_FILE = "OPENAI_API_KEY_FILE";
    private static final String OLD_URL = "OPENAI_API_BASE";

    private static final KeyPath HEADERS = Keys.BACKEND_HEADERS.path().named(Settings.ONLY_BACKEND);

    private final Variables variables;
    private final Consumer<String> notices;

    OpenAiHabits(Variables variables, Consumer<String> notices) {
        this.variables = variables;
        this.notices = notices;
    }

    /** What they set: {@code main}, then {@code main-2} and so on for lists. */
    List<Setting> backends(Mapping configuration) {
        if (!configuration.names(Backends.GROUP).isEmpty()) {
            return List.of();
        }
        List<Scalar> urls = urls();
        List<Scalar> keys = variables.find(KEY).map(List::of).orElseGet(() -> list(KEYS));
        if (keys.size() > Math.max(1, urls.size())) {
            notices.accept(KEYS + " has more keys than " + URLS + " has addresses: those at the end are not used");
        }
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < Math.max(1, urls.size()); i++) {
            at(urls, i, Keys.BACKEND_URL).ifPresent(settings::add);
            at(keys, i, Keys.BACKEND_KEY).ifPresent(settings::add);
        }
        variables
                .find(KEY_FILE)
                .map(file -> setting(0, Keys.BACKEND_KEY_FILE, file))
                .ifPresent(settings::add);
        if (!settings.isEmpty()) {
            header("OPENAI_ORG_ID", "OpenAI-Organization").ifPresent(settings::add);
            header("OPENAI_PROJECT_ID", "OpenAI-Project").ifPresent(settings::add);
        }
        return settings;
    }

    private List<Scalar> urls() {
        Optional<Scalar> url = variables.find(URL);
        List<Scalar> several = list(URLS);
        if (url.isPresent() || !several.isEmpty()) {
            return url.map(List::of).orElse(several);
        }
        Optional<Scalar> old = variables.find(OLD_URL);
        Optional<Scalar> other = variables.find("OPENAI_API_BASE_URL");
        if (other.isEmpty() && old.isPresent()) {
            notices.accept(OLD_URL + " is an old name: say " + URL);
        }
        return other.or(() -> old).stream().toList();
    }

    /** Open WebUI separates by semicolons; a piece may be empty, so that the others keep their places. */
    private List<Scalar> list(String variable) {
        return variables
                .find(variable)
                .map(list -> Stream.of(list.text().split(";", -1))
                        .map(piece -> list.piece(piece.strip()))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Setting> at(List<Scalar> values, int index, Key<?> key) {
        return values.stream()
                .skip(index)
                .findFirst()
                .filter(value -> !value.text().isEmpty())
                .map(value -> setting(index, key, value));
    }

    private static Setting setting(int index, Key<?> key, Scalar value) {
        String name = index == 0 ? Settings.ONLY_BACKEND : Settings.ONLY_BACKEND + "-" + (index + 1);
        return new Setting(key.path().named(name), value);
    }

    private Optional<Setting> header(String variable, String name) {
        return variables.find(variable).map(value -> new Setting(HEADERS.child(name), value));
    }
}
