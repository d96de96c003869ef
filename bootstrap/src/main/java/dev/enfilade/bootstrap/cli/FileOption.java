package dev.enfilade.bootstrap.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --config}, for the commands that read the user's configuration. */
final class FileOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (also ENFILADE_CONFIG); else enfilade.yaml here or in the usual places.")
    private Optional<Path> path = Optional.empty();

    Optional<Path> path() {
        return path;
    }
}
