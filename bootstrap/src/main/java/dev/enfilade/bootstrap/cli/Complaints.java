package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.ConfigException;
import dev.enfilade.bootstrap.config.SettingFlags;
import dev.enfilade.bootstrap.logging.LogFormat;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words what went wrong before the server ran, and chooses the exit code. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        lines.println("enfilade: " + e.getMessage());
        nearestSetting(e)
                .ifPresentOrElse(
                        flag -> lines.println("Did you mean: " + flag + "?"),
                        () -> UnmatchedArgumentException.printSuggestions(e, lines));
        lines.print("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        tell(e.getCommandLine(), text.toString());
        return ExitCode.USAGE;
    }

    private static Optional<String> nearestSetting(ParameterException e) {
        return e instanceof UnmatchedArgumentException unknown
                ? unknown.getUnmatched().stream()
                        .filter(word -> word.startsWith("--") && word.contains("."))
                        .flatMap(word -> SettingFlags.nearest(word.split("=", 2)[0]).stream())
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
        if (e instanceof ConfigException problems) {
            tell(commandLine, "enfilade: the configuration cannot be used");
            problems.problems().forEach(problem -> tell(commandLine, problem.toString()));
            return ExitCode.CONFIGURATION;
        }
        // A bug; its trace would tell the user nothing.
        tell(commandLine, "enfilade: this should not have happened: " + e);
        return ExitCode.FAILED;
    }

    private static void tell(CommandLine commandLine, String text) {
        LogFormat format = commandLine.getCommand() instanceof Logging command ? command.format() : LogFormat.TEXT;
        commandLine.getErr().println(format.failure(text));
    }
}
