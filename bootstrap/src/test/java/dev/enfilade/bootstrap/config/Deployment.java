package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.enfilade.adapter.out.openai.PassthroughSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A folder with files, and variables, in which the configuration is loaded. */
final class Deployment {

    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();

    Deployment(Path folder) {
        this.folder = folder;
    }

    Deployment file(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    Deployment yaml(String text) throws IOException {
        return file("enfilade.yaml", text);
    }

    Deployment variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Configuration load(Flag... flags) {
        return loader().load(Optional.empty(), List.of(flags));
    }

    Configuration load(Path file) {
        return loader().load(Optional.of(file), List.of());
    }

    Settings settings(Flag... flags) {
        return load(flags).settings();
    }

    /** What is wrong with it, a line each. */
    List<String> problems(Flag... flags) {
        return catchThrowableOfType(ConfigException.class, () -> load(flags)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    /** What is shown of it, without origins. */
    String shown(Flag... flags) {
        return loader().loadValues(Optional.empty(), List.of(flags)).lines().stream()
                .map(line -> line.text() + "\n")
                .collect(Collectors.joining());
    }

    /** What is shown of it, with origins. */
    String origins(Flag... flags) {
        return loader().loadValues(Optional.empty(), List.of(flags)).lines().stream()
                .map(line -> line.commented() + "\n")
                .collect(Collectors.joining());
    }

    /** The first backend, which is of the only kind there is. */
    static PassthroughSettings first(Settings settings) {
        return switch (settings.backends().getFirst()) {
            case OpenAiBackend backend -> backend.settings();
        };
    }

    private ConfigLoader loader() {
        return new ConfigLoader(new Surroundings(variables, folder, folder.resolve("home")));
    }
}
