package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.Surroundings;
import dev.enfilade.bootstrap.logging.LogFormat;
import dev.enfilade.bootstrap.server.Signals;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** {@code enfilade} without a command, which serves. */
@Command(
        name = "enfilade",
        description = "The Ollama API and the OpenAI API on one port, served from any OpenAI-compatible backend.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:not ready, or the output could not be written",
            "2:wrong usage",
            "69:a backend cannot be used",
            "77:a backend refuses the key",
            "78:bad configuration, or the port is taken",
            "130, 143:ended by a second signal"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  enfilade demo                                  no key, no model needed",
            "  OPENAI_API_KEY=sk-... enfilade                 in front of OpenAI",
            "  enfilade --backend http://127.0.0.1:8000/v1    in front of vLLM, LM Studio ...",
            "  ollama run demo-echo                           ask it as if it were Ollama",
            "",
            "Read on: docs/command-line.md, docs/configuration.md"
        })
public final class EnfiladeCommand implements Callable<Integer>, Logging {

    private final Serving serving;

    @Mixin
    private final ServeOptions options = new ServeOptions();

    private EnfiladeCommand(Serving serving) {
        this.serving = serving;
    }

    /**
     * The whole command line.
     *
     * @param signals of the system, which the server follows
     */
    public static CommandLine in(Surroundings surroundings, PrintWriter out, PrintWriter err, Signals signals) {
        Serving serving = new Serving(surroundings, err, signals);
        Complaints complaints = new Complaints();
        return new SettableCommandLine(new EnfiladeCommand(serving))
                .addSubcommand(new ServeCommand(serving))
                .addSubcommand(new DemoCommand(serving, surroundings, out))
                .addSubcommand(new CheckCommand(surroundings, out))
                .addSubcommand(new ModelsCommand(surroundings, out, err))
                .addSubcommand(new HealthcheckCommand(surroundings, out, err))
                .addSubcommand(new CommandLine(new ConfigCommand())
                        .addSubcommand(new ConfigShowCommand(surroundings, out, err))
                        .addSubcommand(new ConfigValidateCommand(surroundings, out, err))
                        .addSubcommand(new ConfigSchemaCommand(out)))
                .addSubcommand(new CompletionCommand(out))
                .addSubcommand(new HelpCommand(out))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints)
                .setExecutionStrategy(EnfiladeCommand::run);
    }

    /** An option before the command would set nothing of the command that runs. */
    private static int run(ParseResult parsed) {
        boolean help = parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
        if (parsed.hasSubcommand() && !help && !parsed.matchedOptions().isEmpty()) {
            CommandLine command = parsed.subcommand().commandSpec().commandLine();
            String option = parsed.matchedOptions().getFirst().longestName();
            throw new ParameterException(command, option + " belongs behind the command " + command.getCommandName());
        }
        return new RunLast().execute(parsed);
    }

    @Override
    public Integer call() {
        return serving.configured(options);
    }

    @Override
    public LogFormat format() {
        return serving.format(options);
    }
}
