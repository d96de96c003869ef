package dev.enfilade.bootstrap.cli;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.config.ConfigFile;
import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.Flag;
import dev.enfilade.bootstrap.config.ListenAddress;
import dev.enfilade.bootstrap.config.Surroundings;
import dev.enfilade.bootstrap.demo.DemoBackend;
import dev.enfilade.bootstrap.logging.LogFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code enfilade demo}: the server as ever, in front of the embedded backend. */
@Command(
        name = "demo",
        description = {
            "Serves models of its own, which need no key and no network.",
            "They are demo-echo, demo-slow, demo-think, demo-tools, demo-error, demo-embed."
        },
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
        footer = {"  enfilade demo", "  enfilade demo --listen 127.0.0.1:8080", "", "Read on: docs/command-line.md"})
final class DemoCommand implements Callable<Integer>, Logging {

    private static final String FILE = "demo.yaml";

    private final Serving serving;
    private final Surroundings surroundings;
    private final PrintWriter out;

    @Mixin
    private final AddressOption address = new AddressOption();

    @Mixin
    private final AnnouncementOption announcement = new AnnouncementOption();

    DemoCommand(Serving serving, Surroundings surroundings, PrintWriter out) {
        this.serving = serving;
        this.surroundings = surroundings;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        try (DemoBackend backend = DemoBackend.start()) {
            return serving.given(configuration(backend), announcement, this::examples);
        }
    }

    @Override
    public LogFormat format() {
        return new ConfigLoader(surroundings).logFormatGiven(List.of());
    }

    /** Made as any other, so that the demo shows the real thing; what is set for real backends and models stays out. */
    private Configuration configuration(DemoBackend backend) throws IOException {
        Flag url = new Flag("demo", "backends.demo.url", backend.url().toString());
        List<Flag> flags =
                Stream.concat(Stream.of(url), address.flag().stream()).toList();
        return new ConfigLoader(surroundings).loadGiven(file(), flags);
    }

    private static ConfigFile file() throws IOException {
        try (InputStream stream = requireNonNull(DemoBackend.class.getResourceAsStream(FILE), "no " + FILE)) {
            return new ConfigFile(FILE, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void examples(ListenAddress bound) {
        ListenAddress reached = bound.connectable();
        out.println("curl http://" + reached
                + "/api/chat -d '{\"model\":\"demo-echo\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}'");
        out.println("OLLAMA_HOST=" + reached + " ollama run demo-echo Hello");
        out.println("python3 -c \"import ollama; print(ollama.Client('http://" + reached
                + "').chat('demo-echo', [{'role': 'user', 'content': 'Hello'}]).message.content)\"");
    }
}
