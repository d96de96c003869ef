package dev.enfilade.bootstrap.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code enfilade completion bash}: what a shell reads to complete commands, options and files. */
@Command(
        name = "completion",
        description = "Prints what makes a shell complete our commands.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(enfilade completion bash)       now; or for good, in ~/.bashrc",
            "  source <(enfilade completion zsh)        in ~/.zshrc, behind compinit",
            "  enfilade completion fish > ~/.config/fish/completions/enfilade.fish",
            "",
            "Read on: docs/command-line.md"
        })
final class CompletionCommand implements Runnable {

    private final PrintWriter out;

    @Spec
    private final CommandSpec spec = CommandSpec.create();

    private Shell shell = Shell.BASH;

    CompletionCommand(PrintWriter out) {
        this.out = out;
    }

    @Parameters(
            paramLabel = "SHELL",
            converter = Shell.Reader.class,
            completionCandidates = Shell.Words.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    void setShell(Shell named) {
        shell = named;
    }

    @Override
    public void run() {
        CommandLine whole = spec.root().commandLine();
        out.print(
                switch (shell) {
                    case BASH, ZSH -> AutoComplete.bash(whole.getCommandName(), whole);
                    case FISH -> FishCompletion.of(whole.getCommandSpec());
                });
        out.flush();
    }
}
