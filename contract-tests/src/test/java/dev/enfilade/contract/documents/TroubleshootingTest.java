package dev.enfilade.contract.documents;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the page on trouble quotes is what the product says; {@code ...} stands for anything within a line. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "some of the trouble is made by a POSIX shell")
class TroubleshootingTest {

    private static final Path PAGE = Path.of("docs/troubleshooting.md");
    private static final String SEEN = "seen: ";
    private static final String GIVEN = "./enfilade serve --backend http://127.0.0.1:9/v1";

    /** A way to make the trouble happen; returns what is seen then. */
    private interface Trouble {
        String happens() throws IOException, InterruptedException;
    }

    private static final Map<String, Trouble> TROUBLE = Map.ofEntries(
            Map.entry("healthcheck", () -> shell("./enfilade healthcheck --listen 127.0.0.1:9 || true")),
            Map.entry("greeting", () -> beside("curl -s http://127.0.0.1:11434/")),
            Map.entry("forbidden", () -> beside("curl -si http://127.0.0.1:11434/api/tags -H 'Host: box.example.com'")),
            Map.entry(
                    "origin", () -> beside("curl -si http://127.0.0.1:11434/api/tags -H 'Origin: https://a.example'")),
            Map.entry("missing-model", () -> beside(chat("gpt-nothing"))),
            Map.entry("missing-route", () -> beside("curl -s http://127.0.0.1:11434/api/chats")),
            Map.entry("wrong-key", () -> troubles().chat("wrong-key")),
            Map.entry("gone", () -> troubles().chat("gone")),
            Map.entry("html", () -> troubles().chat("html")),
            Map.entry("redirect", () -> troubles().chat("redirect")),
            Map.entry("wrong-url", () -> troubles().chat("wrong-url")),
            Map.entry("rate-limit", () -> troubles().chat("rate-limit")),
            Map.entry("slow", () -> troubles().chat("slow")),
            Map.entry("stuck", () -> troubles().chat("stuck")),
            Map.entry("cut", () -> troubles().chat("cut")),
            Map.entry("too-large", () -> troubles().largeChat()),
            Map.entry("busy", () -> troubles().chatTooMany()),
            Map.entry(
                    "draining",
                    () -> shell("./enfilade healthcheck --listen " + troubles().draining() + " || true")),
            Map.entry("old-java", () -> shell(oldJava() + " -jar '" + PackagedProduct.jar() + "' || true")),
            Map.entry("taken", () -> beside("./enfilade demo --listen 127.0.0.1:11434 || true")),
            Map.entry("open", () -> shell(GIVEN + " --listen 0.0.0.0:11434 || true")),
            Map.entry(
                    "unknown-key", () -> shell("echo 'lisen: 127.0.0.1:11434' > enfilade.yaml\n" + GIVEN + " || true")),
            Map.entry("no-backend", () -> shell("./enfilade serve || true")),
            Map.entry("wrong-option", () -> shell("./enfilade --lisen 127.0.0.1:11434 || true")));

    @TempDir
    private static Path folders;

    private static PackagedProduct demo;
    private static Troubles troubles;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        demo = PackagedProduct.demo(Files.createTempDirectory(folders, "demo"));
        troubles = new Troubles(folders);
    }

    @AfterAll
    static void end() {
        troubles.close();
        demo.close();
    }

    @TestFactory
    Stream<DynamicTest> everyQuotedTextIsSeen() throws IOException {
        return quotes().stream()
                .map(block -> dynamicTest(block.toString(), () -> {
                    String seen = requireNonNull(TROUBLE.get(name(block)), "no such trouble")
                            .happens();
                    assertThat(seen).containsPattern(pattern(block.text()));
                }));
    }

    @Test
    void everyQuoteSaysWhatMakesItAndAllThatIsMadeIsQuoted() throws IOException {
        assertThat(quotes()).allMatch(block -> block.mark().orElse("").startsWith(SEEN), "is marked with " + SEEN);
        assertThat(quotes())
                .extracting(TroubleshootingTest::name)
                .containsExactlyInAnyOrderElementsOf(TROUBLE.keySet());
    }

    @Test
    void threeDotsStandForAnythingWithinALine() {
        assertThat("a 1 b\nc").containsPattern(pattern("a ... b"));
        assertThat("a 1\nb").doesNotContainPattern(pattern("a ... b"));
        assertThat("a.b").doesNotContainPattern(pattern("a?b"));
    }

    private static List<Block> quotes() throws IOException {
        return Pages.blocks().stream()
                .filter(block -> block.page().equals(PAGE) && block.language().equals("text"))
                .toList();
    }

    private static String name(Block block) {
        return block.mark().orElse("").replace(SEEN, "");
    }

    private static Pattern pattern(String quote) {
        return Pattern.compile(Arrays.stream(quote.split(Pattern.quote("..."), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }

    /** A Java below the one that is needed, if this machine has one. */
    private static Path oldJava() throws IOException {
        try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
            Optional<Path> old = homes.filter(home -> home.toString().matches(".*\\b(8|11|17|21)\\b.*"))
                    .map(home -> home.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
            assumeTrue(old.isPresent(), "no Java in /usr/lib/jvm is too old");
            return old.orElseThrow();
        } catch (NoSuchFileException e) {
            return abort("there is no /usr/lib/jvm");
        }
    }

    private static Troubles troubles() {
        return troubles;
    }

    /** The output of a script beside a running demo. */
    private static String beside(String script) throws IOException, InterruptedException {
        return run(script, "127.0.0.1:" + demo.address().getPort());
    }

    /** The output of a script by itself. */
    private static String shell(String script) throws IOException, InterruptedException {
        return run(script, "127.0.0.1:0");
    }

    private static String run(String script, String address) throws IOException, InterruptedException {
        return Place.in(Files.createTempDirectory(folders, "trouble"), address)
                .run(script)
                .output();
    }

    private static String chat(String model) {
        return "curl -s http://127.0.0.1:11434/api/chat -d '{\"model\":\"" + model
                + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}'";
    }
}
