package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.ModelRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The map of models as a file of its own. */
class ModelsFileTest {

    private static final String BACKEND = "backends: {main: {url: http://127.0.0.1:8000/v1}}\n";

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void emptyFolder() {
        deployment = new Deployment(folder);
    }

    @Test
    void jsonWithTabsStandsBehindTheModelsOfTheFile() throws IOException {
        deployment
                .file("etc/models.json", "{\n\t\"b\": \"gpt-4o\",\n\t\"c\": {\"model\": \"x\", \"context\": 7}\n}\n")
                .file("etc/enfilade.yaml", BACKEND + "models: {a: one}\nmodels-file: models.json\n");

        assertThat(deployment
                        .load(folder.resolve("etc/enfilade.yaml"))
                        .settings()
                        .models())
                .extracting(ModelRule::pattern, rule -> rule.target().orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "one"),
                        org.assertj.core.groups.Tuple.tuple("b", "gpt-4o"),
                        org.assertj.core.groups.Tuple.tuple("c", "x"));
    }

    /** With work that grows by the square of their number this takes many minutes. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void manyModelsAreReadInOneGo() throws IOException {
        int many = 50_000;
        deployment
                .file(
                        "m.json",
                        IntStream.range(0, many)
                                .mapToObj(number -> "\"m" + number + "\": \"x\"")
                                .collect(Collectors.joining(",", "{", "}")))
                .yaml(BACKEND + "models-file: m.json\n");

        assertThat(deployment.settings().models()).hasSize(many);
    }

    @Test
    void variableAndOptionNameItFromTheWorkingFolder() throws IOException {
        deployment.file("m.yaml", "b: two\n").file("n.yaml", "c: three\n").yaml(BACKEND);

        assertThat(deployment
                        .variable("ENFILADE_MODELS_FILE", "m.yaml")
                        .settings()
                        .models())
                .extracting(ModelRule::pattern)
                .containsExactly("b");
        assertThat(deployment
                        .settings(new Flag("--models-file", "models-file", "n.yaml"))
                        .models())
                .extracting(ModelRule::pattern)
                .containsExactly("c");
    }

    @Test
    void variablesReachItsModels() throws IOException {
        deployment.file("m.yaml", "Big.One: two\n").yaml(BACKEND + "models-file: ${WHICH}.yaml");

        Settings settings = deployment
                .variable("WHICH", "m")
                .variable("ENFILADE_MODELS_BIG_ONE_CONTEXT", "9")
                .settings();

        assertThat(settings.models()).singleElement().satisfies(rule -> {
            assertThat(rule.pattern()).isEqualTo("Big.One");
            assertThat(rule.traits().contextLength()).hasValue(9);
        });
    }

    @Test
    void itsProblemsHaveItsPlaces() throws IOException {
        deployment
                .file("m.json", "{\"a\": \"x\",\n \"b\": {\"contxt\": 7},\n \"c\": {\"backend\": \"mian\"}}")
                .yaml(BACKEND + "models:\n  a: y\nmodels-file: m.json\n");

        assertThat(deployment.problems())
                .containsExactly(
                        "m.json:1:2 models.a: given in enfilade.yaml:3:3 too (expected it in one of the two files)");

        deployment.yaml(BACKEND + "models-file: m.json\n");
        assertThat(deployment.problems())
                .containsExactly(
                        "m.json:2:8 models.b.contxt: unknown key (expected backend, model, capabilities, context,"
                                + " embedding-length, family, parameter-size, quantization, options, hidden; did you mean"
                                + " context?)",
                        "m.json:3:19 models.c.backend: no backend has the name \"mian\" (expected main; did you mean"
                                + " main?)");
    }

    @Test
    void fileThatCannotBeReadIsAProblemOfTheKey() throws IOException {
        deployment.yaml(BACKEND + "models-file: not-there.json\n");
        assertThat(deployment.problems())
                .singleElement()
                .asString()
                .startsWith("enfilade.yaml:2:14 models-file: ")
                .contains("not-there.json cannot be read: no such file");

        deployment.yaml(BACKEND + "models-file: m.json\n").file("m.json", "{\"a\": }");
        assertThat(deployment.problems()).singleElement().asString().startsWith("m.json:1:7: not readable as JSON");
    }

    @Test
    void folderIsNoFile() throws IOException {
        Files.createDirectories(folder.resolve("d"));
        deployment.yaml(BACKEND + "models-file: d\n");

        assertThat(deployment.problems()).singleElement().asString().endsWith("it is a folder");
    }
}
