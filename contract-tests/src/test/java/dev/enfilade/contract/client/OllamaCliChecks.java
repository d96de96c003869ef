package dev.enfilade.contract.client;

import static dev.enfilade.contract.backend.BackendModel.CUT;
import static dev.enfilade.contract.backend.BackendModel.EMBEDDER;
import static dev.enfilade.contract.backend.BackendModel.ENDLESS;
import static dev.enfilade.contract.backend.BackendModel.FAILING;
import static dev.enfilade.contract.backend.BackendModel.TALKER;
import static dev.enfilade.contract.backend.BackendModel.THINKER;
import static dev.enfilade.contract.backend.BackendModel.THOUGHTS;
import static dev.enfilade.contract.backend.BackendModel.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.contract.backend.BackendModel;
import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The Ollama API as the {@code ollama} program sees it, without a terminal. */
final class OllamaCliChecks {

    private final Path program;
    private final Path folder;
    private final URI product;
    private final URI backend;

    OllamaCliChecks(Path program, Path folder, URI product, URI backend) {
        this.program = program;
        this.folder = folder;
        this.product = product;
        this.backend = backend;
    }

    List<Check> all() {
        return List.of(
                new Check("version", () -> assertThat(good("-v")).contains("ollama version is 0.33.0")),
                new Check("list", () -> assertThat(good("list")).containsPattern("talker:latest +[0-9a-f]{12} ")),
                new Check(
                        "show",
                        () -> assertThat(good("show", TALKER.id()))
                                .containsPattern("context length +8192")
                                .contains("Capabilities")),
                new Check("run", this::runsToTheEnd),
                new Check(
                        "thinking",
                        () -> assertThat(says(THINKER)).contains(THOUGHTS).contains(WORDS)),
                new Check("ps", this::listsWhatRuns),
                new Check("embeddings", () -> assertThat(says(EMBEDDER)).contains("[0.6,0.8]")),
                new Check("pull", () -> assertThat(good("pull", TALKER.id())).contains("success")),
                new Check("unknown model", this::complainsOfAnUnknownModel),
                new Check("error in mid-stream", () -> breaksOff(FAILING)),
                new Check("cut stream", () -> breaksOff(CUT)),
                new Check("leaving", this::tellsTheBackendOfALeaver));
    }

    /** Only the counts tell that it has seen the end. */
    private void runsToTheEnd() throws IOException, InterruptedException {
        assertThat(good("run", "--nowordwrap", "--verbose", TALKER.id(), "How is the weather?"))
                .contains(WORDS)
                .containsPattern("(?m)^eval count: +3 token");
    }

    private void listsWhatRuns() throws IOException, InterruptedException {
        says(TALKER);
        assertThat(good("ps")).containsPattern("talker:latest +[0-9a-f]{12} ").contains("from now");
    }

    /** It asks the server to pull what the server does not have. */
    private void complainsOfAnUnknownModel() throws IOException, InterruptedException {
        Command.Outcome outcome = ollama("run", "nobody", "hello").run();
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output()).contains("Error: ");
    }

    private void breaksOff(BackendModel model) throws IOException, InterruptedException {
        Command.Outcome outcome = running(model).run();
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output()).contains("This answer").contains("Error: ");
    }

    private void tellsTheBackendOfALeaver() throws IOException, InterruptedException {
        Process process = running(ENDLESS).start(ProcessBuilder.Redirect.PIPE);
        try {
            assertThat(process.getInputStream().read()).isPositive();
        } finally {
            process.destroy();
        }
        assertThat(Departures.seenBy(backend)).isTrue();
    }

    private String says(BackendModel model) throws IOException, InterruptedException {
        return good(running(model));
    }

    private Command running(BackendModel model) {
        return ollama("run", "--nowordwrap", model.id(), "How is the weather?");
    }

    private String good(String... words) throws IOException, InterruptedException {
        return good(ollama(words));
    }

    private static String good(Command command) throws IOException, InterruptedException {
        Command.Outcome outcome = command.run();
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        return outcome.output().replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]", "");
    }

    private Command ollama(String... words) {
        return Command.of(folder, program.toString())
                .with((Object[]) words)
                .withVariable("OLLAMA_HOST", product.toString())
                .withVariable("HOME", folder.toString())
                .withVariable("OLLAMA_NOHISTORY", "1")
                .withVariable("NO_PROXY", "127.0.0.1");
    }
}
