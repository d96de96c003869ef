package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.Flag;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --listen}, which every command has in common. */
final class AddressOption {

    private static final String NAME = "--listen";

    @Option(
            names = NAME,
            paramLabel = "ADDRESS",
            description = "Address of the server, such as 127.0.0.1:11434 (also OLLAMA_HOST); port 0 takes a free one.")
    private Optional<String> address = Optional.empty();

    Optional<Flag> flag() {
        return address.map(text -> new Flag(NAME, "listen", text));
    }
}
