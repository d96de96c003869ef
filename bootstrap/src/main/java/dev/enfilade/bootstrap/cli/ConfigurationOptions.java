package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.Flag;
import dev.enfilade.bootstrap.config.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which every command that reads the configuration is told what to read, and what else holds. */
final class ConfigurationOptions {

    private static final String BACKEND = "backends." + Settings.ONLY_BACKEND;

    @Mixin
    private final FileOption file = new FileOption();

    @Option(
            names = "--backend",
            paramLabel = "URL",
            description = "Base URL of an OpenAI-compatible server, such as http://127.0.0.1:8000/v1.")
    private Optional<String> backend = Optional.empty();

    @Option(
            names = "--api-key-env",
            paramLabel = "NAME",
            description = "The variable that holds the backend's key, such as OPENAI_API_KEY.")
    private Optional<String> keyVariable = Optional.empty();

    @Mixin
    private final AddressOption address = new AddressOption();

    @Mixin
    private final SettingOptions settings = new SettingOptions();

    Optional<Path> file() {
        return file.path();
    }

    List<Flag> flags() {
        return Stream.concat(
                        Stream.of(
                                        address.flag(),
                                        backend.map(url -> new Flag("--backend", BACKEND + ".url", url)),
                                        keyVariable.map(
                                                name -> new Flag("--api-key-env", BACKEND + ".key", "${" + name + "}")))
                                .flatMap(Optional::stream),
                        settings.flags().stream())
                .toList();
    }
}
