package dev.enfilade.contract.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.enfilade.contract.documents.ReadOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No host runs these files here, so they are held against what they speak of. */
class HostedWorkflowsTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern ACTION = Pattern.compile("(?m)^\\s*-?\\s*uses:\\s*(.+)$");
    private static final Pattern PINNED =
            Pattern.compile("([\\w.-]+/[\\w.-]+)(?:/[\\w.-]+)*@([0-9a-f]{40}) # (v\\d+\\.\\d+\\.\\d+)");
    private static final Pattern JAVA = Pattern.compile("<build\\.java>(\\d+)</build\\.java>");

    private final ReadOnly readOnly = ReadOnly.ofPackagedProduct();

    @ParameterizedTest
    @MethodSource("workflows")
    void scriptsNameOnlyWhatExists(Workflow workflow) throws IOException, InterruptedException {
        for (String script : workflow.scripts().toList()) {
            assertThat(readOnly.complaints(script)).as(script).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void javaIsTheOneOfTheBuild(Workflow workflow) throws IOException {
        String build = JAVA.matcher(Files.readString(PROJECT.resolve("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        assertThat(workflow.inputs("java-version")).isNotEmpty().containsOnly(build);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void filesAreInFoldersThatAreThereOrThatTheBuildMakes(Workflow workflow) {
        Stream<String> files = Stream.of("path", "files", "sbom").flatMap(workflow::inputs);

        assertThat(files.map(file -> file.replaceAll("\\$\\{\\{ matrix.module }}|^\\*(?=/)", "domain")))
                .allMatch(file -> file.startsWith("dist")
                        || file.startsWith("target/packages/")
                        || (file.contains("/target/")
                                && Files.isDirectory(PROJECT.resolve(file.substring(0, file.indexOf("/target/"))))));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void nothingMayBeWrittenUnlessAJobSaysSo(Workflow workflow) {
        assertThat(workflow.content().path("permissions")).hasToString("{\"contents\":\"read\"}");
        assertThat(workflow.text()).doesNotContain("pull_request_target", "write-all");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyJobHasATimeLimit(Workflow workflow) {
        assertThat(workflow.jobs())
                .isNotEmpty()
                .allMatch(job -> job.path("timeout-minutes").isInt());
    }

    @Test
    void actionsArePinnedByHashAndOnceForAll() throws IOException {
        Map<String, String> pins = new HashMap<>();
        for (Workflow workflow : workflows()) {
            List<String> actions = ACTION.matcher(workflow.text())
                    .results()
                    .map(action -> action.group(1))
                    .toList();
            assertThat(actions)
                    .isNotEmpty()
                    .allMatch(PINNED.asMatchPredicate(), "pinned by hash, and says its version");
            for (String action : actions) {
                String repository = PINNED.matcher(action).replaceAll("$1");
                String pin = PINNED.matcher(action).replaceAll("$2 $3");
                assertThat(pins.merge(repository, pin, (one, _) -> one))
                        .as(action)
                        .isEqualTo(pin);
            }
        }
    }

    @Test
    void theOneCommandIsRunOnEverySystem() throws IOException {
        Workflow build = workflows().stream()
                .filter(it -> it.name().equals("build.yml"))
                .findFirst()
                .orElseThrow();
        String local = Files.readString(PROJECT.resolve(".ci/run"));

        assertThat(build.scripts()).contains("./mvnw -B verify");
        assertThat(local).contains("./mvnw -B verify");
    }

    @Test
    void updatesCoverEveryKindOfPackageWhereItIs() throws IOException {
        Map<String, String> manifests = Map.of(
                "maven",
                "pom.xml",
                "npm",
                "package-lock.json",
                "pip",
                "requirements.txt",
                "github-actions",
                ".github/workflows");
        List<JsonNode> updates =
                Workflow.dependabot().path("updates").valueStream().toList();

        assertThat(updates)
                .extracting(update -> update.path("package-ecosystem").asText())
                .containsExactlyInAnyOrderElementsOf(manifests.keySet());
        for (JsonNode update : updates) {
            String folder = update.path("directory")
                    .asText(update.path("directories").path(0).asText());
            String manifest =
                    manifests.getOrDefault(update.path("package-ecosystem").asText(), "");
            assertThat(holds(PROJECT.resolve(folder.substring(1).replace("/*", "")), manifest))
                    .as(folder)
                    .isTrue();
        }
    }

    private static boolean holds(Path folder, String manifest) throws IOException {
        try (Stream<Path> below = Files.walk(folder, 2)) {
            return below.anyMatch(file -> file.endsWith(manifest));
        }
    }

    static List<Workflow> workflows() throws IOException {
        return Workflow.all();
    }
}
