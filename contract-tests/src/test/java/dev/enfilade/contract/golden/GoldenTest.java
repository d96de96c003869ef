package dev.enfilade.contract.golden;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packaged product answers as the real server did. {@code -Dgoldens=chat/} replays the files whose names begin so;
 * {@code -Dgoldens.soft=false} does without the masks that forgive another wording.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTest {

    private final Map<Optional<String>, Deployment> deployments = new HashMap<>();
    private final Exclusions exclusions;

    @TempDir
    static Path folder;

    GoldenTest() throws IOException {
        exclusions = Exclusions.parse(Corpus.text("exclusions.txt"));
    }

    /** A product for the corpus, and a new one for each other list of models. */
    @BeforeAll
    void start() throws IOException, InterruptedException {
        Set<Optional<String>> listings = goldens().stream().map(Golden::listing).collect(Collectors.toSet());
        for (Optional<String> listing : listings) {
            Path home = Files.createDirectory(folder.resolve("product-" + deployments.size()));
            deployments.put(listing, Deployment.start(home, listing));
        }
    }

    static List<Golden> goldens() throws IOException {
        List<Golden> chosen = Corpus.replayable(System.getProperty("goldens", ""));
        boolean soft = !System.getProperty("goldens.soft", "true").equals("false");
        return soft ? chosen : chosen.stream().map(Golden::strict).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goldens")
    void isAnsweredAsRecorded(Golden golden, TestReporter reporter) {
        Deployment deployment = requireNonNull(deployments.get(golden.listing()));
        Outcome outcome = deployment.replay(golden);
        outcome.notes().forEach(note -> reporter.publishEntry(golden.name(), note.toString()));
        switch (Verdict.of(golden, outcome, exclusions.reason(golden))) {
            case Verdict.Passed() -> {}
            case Verdict.Excluded(String reason) -> abort(reason);
            case Verdict.Failed(String report) -> fail(report + "\n" + deployment.log());
        }
    }

    @AfterAll
    void stop() throws IOException {
        for (Deployment deployment : deployments.values()) {
            deployment.close();
        }
    }
}
