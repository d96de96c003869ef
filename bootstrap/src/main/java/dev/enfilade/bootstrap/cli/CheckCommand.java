package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.check.Check;
import dev.enfilade.bootstrap.check.Patience;
import dev.enfilade.bootstrap.check.StepReport;
import dev.enfilade.bootstrap.check.Trouble;
import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.Surroundings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code enfilade check}: tries what the server would need, and says what to do about what fails. */
@Command(
        name = "check",
        aliases = "doctor",
        description = {
            "Tries step by step what the server needs, and says what to do.",
            "Steps: configuration, port, and for each backend proxy, DNS, TCP, TLS, models, key, chat, stream, embeddings."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well, perhaps with warnings",
            "2:wrong usage",
            "69:a backend cannot be used",
            "77:a backend refuses the key",
            "78:bad configuration, or the port is taken"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  enfilade check",
            "  enfilade check --config enfilade.yaml --offline",
            "  OPENAI_BASE_URL=http://127.0.0.1:8000/v1 enfilade check --timeout 60s",
            "",
            "Read on: docs/command-line.md, docs/configuration.md"
        })
final class CheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final PrintWriter out;

    @Mixin
    private final ConfigurationOptions options = new ConfigurationOptions();

    @Option(names = "--json", description = "Print one JSON document, for programs.")
    private boolean json;

    @Option(names = "--offline", description = "Only the steps that ask no backend: configuration and port.")
    private boolean offline;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Longest time for each step, such as 60s; else 5s, and 30s where a model answers.")
    private Optional<Duration> timeout = Optional.empty();

    CheckCommand(Surroundings surroundings, PrintWriter out) {
        this.surroundings = surroundings;
        this.out = out;
    }

    @Override
    public Integer call() {
        return json ? document() : lines();
    }

    private int lines() {
        return exitCode(new CheckText(out, Terminal.ofThisProcess(surroundings.variables())));
    }

    private int document() {
        CheckJson collected = new CheckJson();
        int code = exitCode(collected);
        out.println(collected.document());
        return code;
    }

    private int exitCode(Consumer<StepReport> told) {
        Check check = new Check(
                () -> new ConfigLoader(surroundings).load(options.file(), options.flags()),
                surroundings.variables(),
                timeout.map(Patience::of).orElse(Patience.USUAL),
                told);
        Optional<Trouble> trouble = offline ? check.here() : check.everything();
        return trouble.map(ExitCode::of).orElse(ExitCode.OK);
    }
}
