package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.ListenAddress;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --quiet}, and so what is said once the server listens. */
final class AnnouncementOption {

    @Option(names = "--quiet", description = "Print nothing but the line that names the address.")
    private boolean quiet;

    List<String> lines(ListenAddress address, Configuration configuration) {
        return quiet ? List.of(Banner.address(address)) : Banner.of(address, configuration);
    }
}
