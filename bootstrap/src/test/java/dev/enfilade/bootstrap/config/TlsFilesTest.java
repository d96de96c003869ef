package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.enfilade.adapter.out.openai.tls.ClientIdentity;
import dev.enfilade.adapter.out.openai.tls.PemCertificates;
import dev.enfilade.adapter.out.openai.tls.TlsSettings;
import dev.enfilade.bootstrap.di.House;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates in files as openssl writes them, in front of a real server that wants to see one. */
class TlsFilesTest {

    private static final String ANSWER =
            "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"hello\"},\"finish_reason\":\"stop\"}]}";

    @TempDir
    private static Path pki;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        assumeTrue(hasOpenssl(), "openssl makes the certificates");
        openssl("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj /CN=test-ca");
        keytool("-genkeypair -keyalg EC -dname CN=old-ca -startdate -3d -validity 1");
        keytool("-exportcert -rfc -file old.pem");
        signed("server", "rsa:2048", "subjectAltName=DNS:localhost,IP:127.0.0.1");
        signed("client", "rsa:2048", "extendedKeyUsage=clientAuth");
        openssl("ecparam -name prime256v1 -genkey -out ec.key");
        openssl("req -new -key ec.key -out ec.csr -subj /CN=ec");
        openssl("x509 -req -in ec.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out ec.pem -days 30");
        openssl("rsa -in client.key -traditional -out client-pkcs1.key");
        openssl("pkcs8 -topk8 -in client.key -passout pass:secret -out client-locked.key");
        write("client-all.pem", read("client.pem") + read("ca.pem") + read("client.key"));
        write("client-turned.pem", "some words for people\n" + read("ca.pem") + read("client.pem"));
    }

    @ParameterizedTest
    @CsvSource({
        "client.pem,        client.key",
        "client.pem,        client-pkcs1.key",
        "client-turned.pem, client.key",
        "client-all.pem,",
        "ec.pem,            ec.key",
    })
    void backendIsTrustedByItsOwnAuthorityAndSeesTheCertificate(String certificate, @Nullable String key)
            throws Exception {
        try (Secured server = Secured.start(true);
                House house = House.open(
                        load(server.url(), "ca.pem", certificate, key).settings())) {
            HttpResponse<String> answer = chat(house);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("hello");
        }
    }

    @Test
    void unknownAuthorityIsA502ThatSaysSo() throws Exception {
        try (Secured server = Secured.start(false);
                House house = House.open(load(server.url(), null, null, null).settings())) {
            HttpResponse<String> answer = chat(house);

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("upstream certificate is not trusted");
        }
    }

    @Test
    void missingClientCertificateIsA502ThatSaysSo() throws Exception {
        try (Secured server = Secured.start(true);
                House house =
                        House.open(load(server.url(), "ca.pem", null, null).settings())) {
            HttpResponse<String> answer = chat(house);

            assertThat(answer.statusCode()).isEqualTo(502);
            // Whether its alert or its reset comes first is up to the system.
            assertThat(answer.body()).containsAnyOf("upstream TLS handshake failed", "upstream unreachable");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "server.csr,        client.pem, client.key,        tls.ca-file,            holds no certificate",
        "words,             client.pem, client.key,        tls.ca-file,            is not PEM",
        "gone.pem,          client.pem, client.key,        tls.ca-file,            no such file",
        "ca.pem,            client.pem, server.key,        tls.client-key,         does not belong",
        "ca.pem,            client.pem, ec.key,            tls.client-key,         does not belong",
        "ca.pem,            client.pem, client-locked.key, tls.client-key,         under a password",
        "ca.pem,            client.pem, ca.pem,            tls.client-key,         holds no private key",
        "ca.pem,            client.pem,         ,          tls.client-certificate, holds no private key",
        "ca.pem,                      , client.key,        tls.client-key,         without client-certificate",
    })
    void whatIsWrongWithAFileIsToldAtTheLoading(
            String ca, @Nullable String certificate, @Nullable String key, String where, String what) throws Exception {
        write("words", "no certificate at all");

        assertThatThrownBy(() -> load("https://127.0.0.1:1", ca, certificate, key))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .asString()
                                .contains("backends.main." + where, what)
                                .doesNotContain("PRIVATE KEY-----\n"));
    }

    @Test
    void damagedBase64IsToldAndNotShown() throws Exception {
        write("damaged.pem", "-----BEGIN CERTIFICATE-----\n***\n-----END CERTIFICATE-----\n");

        assertThatThrownBy(() -> load("https://127.0.0.1:1", "damaged.pem", null, null))
                .hasMessageContaining("damaged CERTIFICATE");
    }

    @Test
    void certificateWhoseTimeIsOverIsANoticeOnly() throws Exception {
        write("old-and-new.pem", read("old.pem") + read("ca.pem"));

        assertThat(load("https://127.0.0.1:1", "old-and-new.pem", null, null).notices())
                .singleElement()
                .asString()
                .contains("backends.main.tls", "CN=old-ca");
        assertThat(load("https://127.0.0.1:1", "ca.pem", null, null).notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-all.pem", "client.key"})
    void keyIsNotPrinted(String keyFile) throws Exception {
        TlsSettings settings = new TlsSettings(
                List.of(), Optional.of(ClientIdentity.of(read(keyFile), PemCertificates.read(read("client.pem")))));

        assertThat(settings.toString()).contains("CN=client").doesNotContain("modulus", "private");
    }

    @Test
    void sameFilesAreTheSameSettingsAndOthersAreNot() throws Exception {
        Configuration one = load("https://127.0.0.1:1", "ca.pem", "client.pem", "client.key");
        Configuration same = load("https://127.0.0.1:1", "ca.pem", "client.pem", "client-pkcs1.key");
        Configuration other = load("https://127.0.0.1:1", "ca.pem", "ec.pem", "ec.key");

        assertThat(one.settings()).isEqualTo(same.settings()).isNotEqualTo(other.settings());
    }

    private Configuration load(String url, @Nullable String ca, @Nullable String certificate, @Nullable String key)
            throws IOException {
        List<String> files = new ArrayList<>();
        add(files, "ca-file", ca);
        add(files, "client-certificate", certificate);
        add(files, "client-key", key);
        Files.writeString(
                folder.resolve("enfilade.yaml"),
                "listen: 127.0.0.1:0\nbackends: {main: {url: '%s', dialect: openai, tls: {%s}}}\n"
                        .formatted(url, String.join(", ", files)));
        return new ConfigLoader(new Surroundings(Map.of(), folder, folder)).load(Optional.empty(), List.of());
    }

    private static void add(List<String> files, String key, @Nullable String name) {
        if (name != null) {
            files.add(key + ": '" + pki.resolve(name) + "'");
        }
    }

    private static HttpResponse<String> chat(House house) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://" + house.address() + "/api/chat"))
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"model\":\"m\",\"stream\":false,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void signed(String name, String kind, String extension) throws IOException, InterruptedException {
        write(name + ".ext", extension + "\n");
        openssl("req -new -newkey " + kind + " -nodes -keyout " + name + ".key -out " + name + ".csr -subj /CN="
                + name);
        openssl("x509 -req -in " + name + ".csr -CA ca.pem -CAkey ca.key -CAcreateserial -out " + name
                + ".pem -days 30 -extfile " + name + ".ext");
    }

    private static boolean hasOpenssl() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, "openssl")));
    }

    private static void openssl(String arguments) throws IOException, InterruptedException {
        run("openssl " + arguments);
    }

    private static void keytool(String arguments) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        run(keytool + " " + arguments + " -alias old -keystore old.p12 -storetype PKCS12 -storepass changeit");
    }

    private static void run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command.split(" "))
                .directory(pki.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static String read(String name) throws IOException {
        return Files.readString(pki.resolve(name));
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(pki.resolve(name), text);
    }

    /** A backend with the server's certificate, which trusts the authority of the test. */
    private record Secured(HttpsServer server) implements AutoCloseable {

        static Secured start(boolean wantsCertificate) throws Exception {
            ClientIdentity identity = ClientIdentity.of(read("server.key"), PemCertificates.read(read("server.pem")));
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry(
                    "server", identity.key(), new char[0], identity.chain().toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, new char[0]);
            KeyStore authority = KeyStore.getInstance("PKCS12");
            authority.load(null, null);
            authority.setCertificateEntry(
                    "ca", PemCertificates.read(read("ca.pem")).getFirst());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authority);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters wanted = context.getDefaultSSLParameters();
                    wanted.setNeedClientAuth(wantsCertificate);
                    parameters.setSSLParameters(wanted);
                }
            });
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                byte[] bytes = ANSWER.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return new Secured(server);
        }

        String url() {
            return "https://localhost:" + server.getAddress().getPort() + "/v1";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
