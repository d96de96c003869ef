package dev.enfilade.bootstrap.cli;

import picocli.CommandLine.Command;

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
final class ConfigCommand {}
