package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.ConfigException;
import dev.enfilade.bootstrap.config.SettingFlags;
import java.io.PrintWriter;
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
        PrintWriter err = e.getCommandLine().getErr();
        err.println("enfilade: " + e.getMessage());
        nearestSetting(e)
                .ifPresentOrElse(
                        flag -> err.println("Did you mean: " + flag + "?"),
                        () -> UnmatchedArgumentException.printSuggestions(e, err));
        err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
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
            commandLine.getErr().println("enfilade: the configuration cannot be used");
            problems.problems().forEach(commandLine.getErr()::println);
            return ExitCode.CONFIGURATION;
        }
        // A bug; its trace would tell the user nothing.
        commandLine.getErr().println("enfilade: this should not have happened: " + e);
        return ExitCode.FAILED;
    }
}
