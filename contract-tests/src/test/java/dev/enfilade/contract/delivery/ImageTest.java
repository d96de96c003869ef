package dev.enfilade.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.enfilade.contract.product.PackagedProduct;
import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The image from nothing, built and run by buildah. A container here shares the network of the machine, so its port is
 * the system's choice, and its user owns nothing, so it can write nowhere.
 */
class ImageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IMAGE = "localhost/enfilade-test";
    private static final long LIMIT = 200_000_000;
    private static final Visit SLOW = new Visit(
            "POST /api/chat",
            "/api/chat",
            "{\"model\":\"demo-slow\",\"messages\":[{\"role\":\"user\",\"content\":\"one two three four five\"}]}",
            200,
            "");
    private static final String ANY_PORT = "OLLAMA_HOST=0.0.0.0:0";
    private static final String OPEN = "ENFILADE_ALLOW_OPEN=1";

    private static Path folder;
    private static JsonNode config;
    private static String container;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        Packaging.need("buildah");
        folder = Packaging.folder("image");
        Command.Outcome probe = buildah("from", "scratch").run();
        assumeTrue(probe.exitCode() == 0, () -> "buildah cannot work here: " + probe.output());
        Path context = folder.resolve("context");
        Packaging.succeed("packaging/image", Packaging.home(), context);
        Packaging.succeed(buildah("build", "--format", "docker", "--tag", IMAGE, context));
        Packaging.succeed(buildah("rm", "--all"));
        container = Packaging.succeed(buildah("from", "--pull-never", IMAGE));
        config = JSON.readTree(
                        buildah("inspect", "--type", "image", IMAGE).run().output())
                .at("/Docker/config");
    }

    /** What is kept would be in the way of the next run. */
    @AfterAll
    static void remove() throws IOException, InterruptedException {
        if (container != null) {
            Packaging.succeed(buildah("rm", container));
            Packaging.succeed(buildah("rmi", "--force", IMAGE));
        }
    }

    @Test
    void imageIsSmall() throws IOException, InterruptedException {
        JsonNode image =
                JSON.readTree(buildah("images", "--json", IMAGE).run().output()).get(0);

        assertThat(megabytes(image.path("size").asText())).isBetween(50_000_000.0, (double) LIMIT);
    }

    @Test
    void imageSaysWhatOrchestratorsAsk() {
        assertThat(config.path("User").asText()).isEqualTo("10001:10001");
        assertThat(config.path("ExposedPorts").has("11434/tcp")).isTrue();
        assertThat(config.path("StopSignal").asText()).isEqualTo("SIGTERM");
        assertThat(config.at("/Labels/org.opencontainers.image.licenses").asText())
                .isEqualTo("Apache-2.0");
        assertThat(words("Cmd")).containsExactly("serve");
    }

    @Test
    void healthIsAskedByTheSameProgramWithoutAShell() {
        List<String> health = config.at("/Healthcheck/Test")
                .valueStream()
                .map(JsonNode::asText)
                .toList();

        assertThat(health.getFirst()).isEqualTo("CMD");
        assertThat(health.getLast()).isEqualTo("healthcheck");
        assertThat(health.subList(1, health.size() - 1)).isEqualTo(words("Entrypoint"));
    }

    @Test
    void openAddressIsRefusedWithTheWaysOut() throws IOException, InterruptedException {
        Command.Outcome outcome = run(List.of("OPENAI_API_KEY=none"), "serve").run();

        assertThat(outcome.exitCode()).isEqualTo(78);
        assertThat(outcome.output()).contains("ENFILADE_ALLOW_OPEN=1", "-p 127.0.0.1:11434:11434");
    }

    @Test
    void archiveOfClassesFits() throws IOException, InterruptedException {
        assertThat(run(List.of("JDK_JAVA_OPTIONS=-XX:AOTMode=on"), "--version")
                        .run()
                        .output())
                .containsPattern("enfilade \\S+ \\(Java 25");
    }

    @Test
    void nothingInTheImageCanBeWritten() throws IOException, InterruptedException {
        assertThat(Packaging.succeed(
                        Command.of(folder.resolve("context/root"), "find", ".", "-perm", "/022", "-not", "-type", "l")))
                .isEmpty();
        assertThat(Files.exists(folder.resolve("context/root/tmp"))).isFalse();
    }

    @Test
    void demoAnswersIsHealthyAndDrains() throws IOException, InterruptedException {
        List<String> words = run(List.of(OPEN, ANY_PORT), "demo").words();
        PackagedProduct demo = PackagedProduct.launch(words, folder);
        try (demo) {
            Visitor visitor = new Visitor(demo.address());
            for (Visit visit : Visit.all()) {
                HttpResponse<String> answer = visitor.go(visit);
                assertThat(answer.statusCode()).as(visit + answer.body()).isEqualTo(visit.status());
            }
            String address = "127.0.0.1:" + demo.address().getPort();
            assertThat(run(List.of(), "healthcheck", "--listen", address).run())
                    .isEqualTo(new Command.Outcome(0, "enfilade: " + address + " is ready\n"));
            Iterator<String> answer = visitor.lines(SLOW);
            assertThat(answer.next()).contains("\"done\":false");
            product(demo.process()).destroy();
            assertThat(answer).toIterable().last().asString().contains("\"done\":true");
            assertThat(demo.exitCode()).isZero();
        }
        assertThat(run(List.of(), "healthcheck", "--listen", "127.0.0.1:1")
                        .run()
                        .exitCode())
                .isEqualTo(1);
    }

    /** A signal goes to the product itself, as an engine would send it. */
    private static ProcessHandle product(ProcessHandle engine) {
        return engine.descendants()
                .filter(process -> process.children().findAny().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Command run(List<String> variables, String... arguments) {
        Stream<String> environment = variables.stream().flatMap(variable -> Stream.of("--env", variable));
        return buildah("run")
                .with(environment.toArray())
                .with(container, "--")
                .with(words("Entrypoint").toArray())
                .with((Object[]) arguments);
    }

    private static List<String> words(String member) {
        return config.path(member).valueStream().map(JsonNode::asText).toList();
    }

    private static Command buildah(Object... arguments) {
        return Command.of(folder, "buildah", "--storage-driver", "vfs")
                .with("--root", folder.resolve("store"), "--runroot", folder.resolve("run"))
                .with(arguments)
                .withVariable("BUILDAH_ISOLATION", "chroot");
    }

    /** Of a size as people read it, such as {@code 139 MB}. */
    private static double megabytes(String size) {
        assertThat(size).endsWith(" MB");
        return Double.parseDouble(size.replace(" MB", "")) * 1_000_000;
    }
}
