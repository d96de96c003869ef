package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.EffectiveConfiguration;
import dev.enfilade.bootstrap.config.Surroundings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code enfilade config show}: what holds, once file, variables and options are laid over each other. */
@Command(
        name = "show",
        description =
                "Prints every setting that holds as YAML that can be read back. A secret is shown as the reference"
                        + " that leads to it, or as \"[redacted]\" where there is none.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:wrong usage", "78:bad configuration"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  enfilade config show",
            "  enfilade config show --origin --config enfilade.yaml",
            "  enfilade config show --limits.streams 10 > enfilade.yaml",
            "",
            "Read on: docs/configuration.md"
        })
final class ConfigShowCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final PrintWriter out;
    private final PrintWriter err;

    @Mixin
    private final ConfigurationOptions options = new ConfigurationOptions();

    @Option(names = "--origin", description = "Say behind each value who set it: a file, a variable, a flag, nobody.")
    private boolean origin;

    ConfigShowCommand(Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        EffectiveConfiguration found = new ConfigLoader(surroundings).loadValues(options.file(), options.flags());
        found.notices().forEach(notice -> err.println("note: " + notice));
        found.lines().forEach(line -> out.println(origin ? line.commented() : line.text()));
        return ExitCode.OK;
    }
}
