package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.config.Surroundings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code enfilade config validate}: would {@code serve} start with this? */
@Command(
        name = "validate",
        description = "Checks the configuration as serve would, variables and options included: one line if it is good,"
                + " all problems and exit code 78 if not.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is good", "2:wrong usage", "78:bad configuration"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  enfilade config validate",
            "  enfilade config validate deploy/enfilade.yaml",
            "",
            "Read on: docs/configuration.md"
        })
final class ConfigValidateCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final PrintWriter out;
    private final PrintWriter err;

    // Set by picocli, which the analyser knows of options alone.
    @SuppressWarnings("FieldCanBeFinal")
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file to check; the same as --config.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private final ConfigurationOptions options = new ConfigurationOptions();

    ConfigValidateCommand(Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        Configuration found = new ConfigLoader(surroundings).load(file.or(options::file), options.flags());
        found.notices().forEach(notice -> err.println("note: " + notice));
        Settings settings = found.settings();
        out.println(found.file().orElse("no file") + ": valid, "
                + counted(settings.backends().size(), "backend") + ", "
                + counted(settings.models().size(), "model"));
        return ExitCode.OK;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
