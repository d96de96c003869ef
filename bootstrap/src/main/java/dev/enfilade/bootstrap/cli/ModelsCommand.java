package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.check.Finding;
import dev.enfilade.bootstrap.check.ModelSurvey;
import dev.enfilade.bootstrap.check.Patience;
import dev.enfilade.bootstrap.check.StepReport;
import dev.enfilade.bootstrap.check.Surveyor;
import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.Surroundings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code enfilade models}: every name that clients may ask for, and where it leads. */
@Command(
        name = "models",
        description = {
            "Lists the models as clients see them, and where they lead.",
            "Asks the backends itself; no server needs to run."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every backend gave its list",
            "2:wrong usage",
            "69:a backend could not be asked; what is known is listed",
            "77:a backend refuses the key; what is known is listed",
            "78:bad configuration"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  enfilade models",
            "  enfilade models --config enfilade.yaml --json",
            "  OPENAI_BASE_URL=http://127.0.0.1:8000/v1 enfilade models",
            "",
            "Read on: docs/command-line.md, docs/configuration.md"
        })
final class ModelsCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final PrintWriter out;
    private final PrintWriter err;

    @Mixin
    private final ConfigurationOptions options = new ConfigurationOptions();

    @Option(names = "--json", description = "Print one JSON document, for programs.")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long to wait for a backend, such as 30s; else 5s.")
    private Optional<Duration> timeout = Optional.empty();

    ModelsCommand(Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        Configuration configuration = new ConfigLoader(surroundings).load(options.file(), options.flags());
        Patience patience = timeout.map(Patience::of).orElse(Patience.USUAL);
        ModelSurvey survey = new Surveyor(configuration, surroundings.variables(), patience).survey();
        if (json) {
            out.println(ModelsJson.document(survey));
        } else {
            ModelsText.lines(survey, Terminal.ofThisProcess(surroundings.variables()))
                    .forEach(out::println);
        }
        survey.lists().stream().filter(list -> list.finding().failed()).forEach(this::complain);
        return survey.lists().stream()
                .flatMap(list -> list.finding().trouble().stream())
                .findFirst()
                .map(ExitCode::of)
                .orElse(ExitCode.OK);
    }

    private void complain(StepReport list) {
        Finding finding = list.finding();
        err.println("enfilade: no list of " + list.backend().orElse("") + ": " + finding.detail());
        finding.fix().ifPresent(fix -> err.println("  fix: " + fix));
    }
}
