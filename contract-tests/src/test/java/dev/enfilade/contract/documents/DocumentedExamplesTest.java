package dev.enfilade.contract.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.enfilade.contract.product.PackagedProduct;
import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every shell example of every page, tested as its mark says; one without a mark fails. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the examples are for a POSIX shell")
class DocumentedExamplesTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");
    private static final String FREE_PORT = "127.0.0.1:0";

    @TempDir
    private static Path folders;

    private static PackagedProduct demo;

    private final ReadOnly readOnly = ReadOnly.ofPackagedProduct();

    @BeforeAll
    static void startDemo() throws IOException, InterruptedException {
        demo = PackagedProduct.demo(Files.createTempDirectory(folders, "demo"));
    }

    @AfterAll
    static void endDemo() {
        demo.close();
    }

    @TestFactory
    Stream<DynamicTest> everyExample() throws IOException {
        return Pages.blocks().stream()
                .filter(Block::isShell)
                .map(block -> dynamicTest(block.toString(), () -> check(block)));
    }

    @Test
    void everyBlockSaysItsLanguageAndShellExamplesAreSh() throws IOException {
        assertThat(Pages.blocks())
                .isNotEmpty()
                .allSatisfy(block -> assertThat(block.language())
                        .as(block.toString())
                        .isNotIn("", "shell", "bash", "zsh", "console"));
    }

    @Test
    void everyTestThatAPageNamesExists() throws IOException {
        for (Path page : Pages.pages()) {
            assertThat(TEST.matcher(Files.readString(page)).results().map(name -> name.group(1)))
                    .as(page.toString())
                    .allMatch(ReadOnly::exists);
        }
    }

    private void check(Block block) throws IOException, InterruptedException {
        Mark mark = Mark.of(block);
        assertThat(readOnly.complaints(block.text())).as(block.toString()).isEmpty();
        Path folder = Files.createTempDirectory(folders, "example");
        switch (mark.how()) {
            case DEMO ->
                ends(
                        mark,
                        Place.in(folder, "127.0.0.1:" + demo.address().getPort())
                                .run(block.text()));
            case RUN -> ends(mark, Place.in(folder, FREE_PORT).run(block.text()));
            case SERVE ->
                assertThat(Place.in(folder, FREE_PORT).runUntilItListens(block.text(), mark.text()))
                        .contains(Place.LISTENS)
                        .contains(mark.text());
            case PARSE -> assertThat(mark.text()).isNotBlank();
        }
    }

    private static void ends(Mark mark, Command.Outcome outcome) {
        assertThat(outcome.output()).contains(mark.text());
        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(mark.exitCode());
    }
}
