package dev.enfilade.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.transport.Certificates;
import dev.enfilade.bootstrap.check.RoutedBackend;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask backends, in front of one for which only {@code tls.ca-file} vouches. */
class OwnAuthorityTest {

    @TempDir
    private static Path folder;

    private static SSLContext identity;

    @BeforeAll
    static void makeCertificate() throws Exception {
        identity = Certificates.selfSigned(folder, "localhost");
        writePem();
    }

    @Test
    void checkTrustsTheAuthorityOfTheConfiguration() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working(identity)) {
            CommandRun run = run(backend, "/v1", ", tls: {ca-file: ca.pem}", "check", "--listen", "127.0.0.1:0");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).containsPattern("ok +b: tls ").containsPattern("ok +b: chat ");
        }
    }

    @Test
    void checkLooksForTheRightPathBehindThatAuthority() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working(identity)) {
            CommandRun run = run(backend, "", ", tls: {ca-file: ca.pem}", "check", "--listen", "127.0.0.1:0");

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out()).contains("fix: set backends.b.url to ").contains("/v1, which answers");
        }
    }

    @Test
    void modelsLooksForTheRightPathBehindThatAuthority() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working(identity)) {
            CommandRun run = run(backend, "", ", tls: {ca-file: ca.pem}", "models");

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.err()).contains("fix: set backends.b.url to ").contains("/v1, which answers");
        }
    }

    @Test
    void withoutItTheFixNamesIt() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working(identity)) {
            CommandRun run = run(backend, "/v1", "", "check", "--listen", "127.0.0.1:0");

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out()).containsPattern("FAILED +b: tls ").contains("backends.b.tls.ca-file");
        }
    }

    private static CommandRun run(RoutedBackend backend, String path, String more, String... args) throws IOException {
        String url = backend.url(path).toString().replaceFirst("http://[^:]+", "https://localhost");
        Files.writeString(folder.resolve("enfilade.yaml"), "backends: {b: {url: '" + url + "'" + more + "}}\n");
        return new CommandRun(folder, Map.of(), args);
    }

    private static void writePem() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(folder.resolve("localhost.p12"))) {
            store.load(bytes, "changeit".toCharArray());
        }
        String body = Base64.getMimeEncoder()
                .encodeToString(store.getCertificate("it").getEncoded());
        Files.writeString(
                folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }
}
