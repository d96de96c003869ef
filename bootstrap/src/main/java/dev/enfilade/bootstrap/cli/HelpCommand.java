package dev.enfilade.bootstrap.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code enfilade help config show}: the same as {@code enfilade config show --help}. */
@Command(name = "help", description = "Shows the help of a command.", helpCommand = true)
final class HelpCommand implements Runnable {

    private final PrintWriter out;

    @Spec
    private final CommandSpec spec = CommandSpec.create();

    private List<String> words = List.of();

    HelpCommand(PrintWriter out) {
        this.out = out;
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            completionCandidates = CommandNames.class,
            description = "The command, word by word.")
    void setWords(List<String> path) {
        words = List.copyOf(path);
    }

    @Override
    public void run() {
        CommandLine command = spec.commandLine().getParent();
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw new UnmatchedArgumentException(command, List.of(word));
            }
            command = next;
        }
        command.usage(out);
    }
}
