package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.ConfigSchema;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code enfilade config schema}: for editors. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of the configuration file. Editors use it where the file begins with"
                + " \"# yaml-language-server: $$schema=enfilade.schema.json\".",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  enfilade config schema > enfilade.schema.json",
            "  enfilade config schema | jq '.properties | keys'",
            "",
            "Read on: docs/configuration.md"
        })
final class ConfigSchemaCommand implements Callable<Integer> {

    private final PrintWriter out;

    ConfigSchemaCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        out.print(ConfigSchema.text());
        out.flush();
        return ExitCode.OK;
    }
}
