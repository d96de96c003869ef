package dev.enfilade.contract.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scripts of the project, under the eyes of shellcheck; the wrapper of Maven is another's. */
class ShellScriptsTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SCRIPT =
            Pattern.compile("(?s)(#!(/usr)?/bin/(env )?(sh|bash)\\n|.*# shellcheck shell=).*");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(.*/)?(target|src|\\.git|node_modules|runtime)/.*|mvnw.*");
    private static final int BEGINNING = 400;

    @Test
    void shellcheckFindsNothing() throws IOException, InterruptedException {
        List<Path> scripts = scripts();
        assertThat(scripts).contains(Path.of("enfilade"), Path.of(".mvn/jdk.sh"), Path.of(".ci/run"));

        try {
            Command.Outcome outcome = Command.of(PROJECT, "shellcheck", "--external-sources")
                    .with(scripts.toArray())
                    .run();
            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        } catch (IOException e) {
            assumeTrue(false, "shellcheck is not here: " + e.getMessage());
        }
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.find(PROJECT, 4, (_, attributes) -> attributes.isRegularFile())) {
            return files.map(PROJECT::relativize)
                    .filter(file -> !ELSEWHERE.matcher(file.toString()).matches())
                    .filter(ShellScriptsTest::isScript)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isScript(Path file) {
        try (InputStream in = Files.newInputStream(PROJECT.resolve(file))) {
            return SCRIPT.matcher(new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1))
                    .matches();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
