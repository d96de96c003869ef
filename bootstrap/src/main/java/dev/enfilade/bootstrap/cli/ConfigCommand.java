package dev.enfilade.bootstrap.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code enfilade config}, whose commands read the configuration and start nothing. */
@Command(
        name = "config",
        description = "Shows or checks the configuration without starting anything.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "2:wrong usage", "78:bad configuration"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  enfilade config validate enfilade.yaml     is it good?",
            "  enfilade config show --origin              what holds, and where it was set",
            "  enfilade config schema > enfilade.schema.json",
            "",
            "Read on: docs/configuration.md"
        })
final class ConfigCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(
                line,
                "config does nothing alone: say "
                        + String.join(", ", line.getSubcommands().keySet()));
    }
}
