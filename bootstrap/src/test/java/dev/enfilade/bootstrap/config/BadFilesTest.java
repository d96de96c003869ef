package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The sample, damaged in every way that comes to mind: it loads, or every problem has a place. */
class BadFilesTest {

    private static final int FILES = 500;
    private static final List<String> VALUES = List.of(
            "",
            "null",
            "[a, b]",
            "{a: b}",
            "7",
            "-1",
            "yes",
            "32MB",
            "5",
            "*x",
            "&x y",
            "!!int 7",
            "${",
            "${}",
            "${NOT_SET}",
            "${file:nothing}",
            "'",
            "\"",
            "|",
            ">",
            "\t",
            "@",
            "`",
            "%",
            "~",
            "ключ",
            "\u0000",
            "\uFEFF",
            "9999999999999999999",
            "http://user:sk-canary@host/v1",
            "[",
            "{",
            "? a",
            "- b",
            "<<: *x",
            "1e9",
            "0x10",
            "...",
            "---");

    @TempDir
    Path folder;

    private List<String> sample = List.of();
    private Deployment deployment = new Deployment(Path.of("."));

    @BeforeEach
    void readSample() throws IOException {
        sample = Files.readAllLines(Path.of("../docs/enfilade.yaml"));
        deployment = new Deployment(folder).variable("OPENAI_API_KEY", "sk-canary");
    }

    @TestFactory
    List<DynamicTest> damagedFileLoadsOrHasProblemsWithPlaces() {
        return IntStream.range(0, FILES)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> judge(damaged(new Random(seed)))))
                .toList();
    }

    private void judge(String text) throws IOException {
        deployment.yaml(text);
        for (Problem problem : problems()) {
            assertThat(problem.origin().line()).as(problem + "\n" + text).isPositive();
            assertThat(problem.toString())
                    .doesNotContain("sk-canary", "Exception")
                    .hasSizeLessThan(600);
        }
    }

    private List<Problem> problems() {
        try {
            return Optional.of(deployment.load()).map(_ -> List.<Problem>of()).orElseThrow();
        } catch (ConfigException e) {
            return e.problems();
        }
    }

    private String damaged(Random random) {
        List<String> lines = new ArrayList<>(sample);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int column = line.isEmpty() ? 0 : random.nextInt(line.length());
            switch (random.nextInt(9)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(random.nextInt(lines.size()), line);
                case 2 -> lines.set(at, line.replaceFirst(":.*", ": " + quoted(value(random))));
                case 3 -> lines.set(at, line.substring(0, column) + value(random) + line.substring(column));
                case 4 -> lines.set(at, " ".repeat(random.nextInt(9)) + line.strip());
                case 5 -> lines.set(at, "\t" + line.strip());
                case 6 ->
                    lines.set(at, line.substring(0, column) + line.substring(Math.min(line.length(), column + 1)));
                case 7 -> lines.subList(at, lines.size()).clear();
                default -> lines.set(at, line.replaceFirst("#", ""));
            }
            if (lines.isEmpty()) {
                lines.add("");
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String value(Random random) {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    private static String quoted(String replacement) {
        return replacement.replace("\\", "\\\\").replace("$", "\\$");
    }
}
