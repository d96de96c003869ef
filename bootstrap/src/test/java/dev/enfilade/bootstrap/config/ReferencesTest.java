package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that stand elsewhere: in variables, in files, in the credentials of a systemd service. */
class ReferencesTest {

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void emptyFolder() {
        deployment = new Deployment(folder);
    }

    @Test
    void credentialOfTheServiceIsAKey() throws IOException {
        deployment
                .file("run/openai", "sk-credential\n")
                .variable("CREDENTIALS_DIRECTORY", folder.resolve("run").toString())
                .yaml("backends: {main: {key: '${credential:openai}'}}");

        assertThat(key()).isEqualTo(new Secret("sk-credential"));
    }

    @Test
    void credentialThatIsNotThereSaysHowToHaveOne() throws IOException {
        deployment.yaml("backends: {main: {key: '${credential:openai}'}}");
        assertThat(deployment.problems())
                .containsExactly(
                        "enfilade.yaml:1:24 backends.main.key: there are no credentials, since"
                                + " CREDENTIALS_DIRECTORY is not set (expected LoadCredential=openai:/path in the systemd unit)");

        deployment.yaml("backends: {main: {key: '${credential:../openai}'}}");
        assertThat(deployment.problems()).singleElement().asString().contains("\"../openai\" is no credential");
    }

    @Test
    void relativePathBeginsAtTheFileInWhichItStands() throws IOException {
        deployment
                .file("etc/key", "sk-etc\r\n")
                .file("key", "sk-here")
                .file("etc/enfilade.yaml", "backends: {main: {key-file: key}}")
                .file("etc/reference.yaml", "backends: {main: {key: '${file:key}'}}");

        assertThat(Deployment.first(deployment
                                .load(folder.resolve("etc/enfilade.yaml"))
                                .settings())
                        .key())
                .contains(new Secret("sk-etc"));
        assertThat(Deployment.first(deployment
                                .load(folder.resolve("etc/reference.yaml"))
                                .settings())
                        .key())
                .contains(new Secret("sk-etc"));
        assertThat(Deployment.first(deployment.settings(new Flag("--x", "backends.main.key-file", "key")))
                        .key())
                .contains(new Secret("sk-here"));
    }

    @Test
    void emptySecretIsAProblem() throws IOException {
        deployment.file("key", "\n").yaml("""
                backends:
                  a: {key: "${file:key}"}
                  b: {key-file: key}
                  c: {key: ""}
                """);

        assertThat(deployment.problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem).containsAnyOf("it is empty", "holds no key"));
    }

    @Test
    void fileThatNeverEndsIsAProblem() throws IOException {
        deployment.yaml("backends: {main: {key-file: /dev/zero}}");

        assertThat(deployment.problems()).singleElement().asString().contains("more than 4 MiB");
    }

    @Test
    void badBytesHaveAPlace() throws IOException {
        Files.write(folder.resolve("enfilade.yaml"), new byte[] {'a', ':', '1', '\n', 'b', (byte) 0xff, 'c'});

        assertThat(deployment.problems())
                .singleElement()
                .asString()
                .startsWith("enfilade.yaml:2:2: ")
                .contains("not UTF-8");
    }

    @Test
    void referenceWithoutItsEndIsAProblemAndItsMarkCanBeWritten() throws IOException {
        deployment.yaml("backends: {main: {key: 'sk-${OPENAI_API_KEY'}}");
        assertThat(deployment.problems())
                .singleElement()
                .asString()
                .startsWith("enfilade.yaml:1:24 backends.main.key: a reference without its end");

        deployment.yaml("backends: {main: {key: 'sk-$${x'}}");
        assertThat(key()).isEqualTo(new Secret("sk-${x"));
    }

    @Test
    void whatIsShownOfAVariableWithSuchAMarkReadsBackAsTheSame() throws IOException {
        deployment.yaml("backends: {main: {key: a}}").variable("ENFILADE_MODELS_X_FAMILY", "${no-reference}");
        String shown = deployment.shown();

        assertThat(shown).contains("family: \"$${no-reference}\"");
        assertThat(new Deployment(folder)
                        .yaml(shown.replace("\"[redacted]\"", "a"))
                        .settings()
                        .models()
                        .getFirst()
                        .traits()
                        .family())
                .contains("${no-reference}");
    }

    private Secret key() {
        return Deployment.first(deployment.settings()).key().orElseThrow();
    }
}
