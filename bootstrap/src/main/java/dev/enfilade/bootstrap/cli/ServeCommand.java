package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.logging.LogFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code enfilade serve}: what happens without a command as well. */
@Command(
        name = "serve",
        description = "Serves the configured backends; the same as no command.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ended as asked",
            "2:wrong usage",
            "78:bad configuration, or the port is taken",
            "130, 143:ended by a second signal"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  OPENAI_API_KEY=sk-... enfilade serve",
            "  enfilade serve --backend http://127.0.0.1:8000/v1",
            "  enfilade serve --config enfilade.yaml --listen 127.0.0.1:8080",
            "",
            "Read on: docs/configuration.md, docs/command-line.md"
        })
final class ServeCommand implements Callable<Integer>, Logging {

    private final Serving serving;

    @Mixin
    private final ServeOptions options = new ServeOptions();

    ServeCommand(Serving serving) {
        this.serving = serving;
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
