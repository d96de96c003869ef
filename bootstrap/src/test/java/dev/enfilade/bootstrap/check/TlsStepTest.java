package dev.enfilade.bootstrap.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.adapter.out.openai.transport.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsStepTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static SSLContext localhost;

    @BeforeAll
    static void makeCertificate() throws Exception {
        localhost = Certificates.selfSigned(folder, "localhost");
    }

    @Test
    void trustedCertificateIsNamedWithItsIssuerAndDays() throws IOException {
        Finding finding = shakeHands(localhost, localhost.getSocketFactory(), "localhost", Instant.now());

        assertThat(finding.status()).isEqualTo(StepStatus.OK);
        assertThat(finding.detail()).matches("TLSv1\\.3, certificate by localhost, good for (89|90) days");
    }

    @Test
    void certificateThatEndsSoonIsAWarning() throws IOException {
        Instant inMonths = Instant.now().plus(Duration.ofDays(80));

        Finding finding = shakeHands(localhost, localhost.getSocketFactory(), "localhost", inMonths);

        assertThat(finding.status()).isEqualTo(StepStatus.WARNING);
        assertThat(finding.fix()).hasValueSatisfying(fix -> assertThat(fix).contains("renewed before 20"));
    }

    @Test
    void certificateThatNobodyVouchesForHasAFix() throws IOException {
        SSLSocketFactory ofThisJava = (SSLSocketFactory) SSLSocketFactory.getDefault();

        Finding finding = shakeHands(localhost, ofThisJava, "localhost", Instant.now());

        assertThat(finding.trouble()).contains(Trouble.BACKEND);
        assertThat(finding.fix()).hasValueSatisfying(fix -> assertThat(fix).contains("backends.main.tls.ca-file"));
    }

    @Test
    void certificateOfAnotherHostFails() throws Exception {
        SSLContext other = Certificates.selfSigned(folder, "other.test");

        Finding finding = shakeHands(other, other.getSocketFactory(), "localhost", Instant.now());

        assertThat(finding.failed()).isTrue();
        assertThat(finding.fix()).hasValueSatisfying(fix -> assertThat(fix).contains("the host of the certificate"));
    }

    @Test
    void addressThatRefusesIsPassedOver() throws IOException {
        List<InetAddress> addresses = List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getLoopbackAddress());
        try (ScriptedServer secured = secured(localhost)) {
            Finding finding = step(secured, "localhost", localhost.getSocketFactory(), Instant.now())
                    .shakeHands(addresses);

            assertThat(finding.status()).isEqualTo(StepStatus.OK);
        }
    }

    @Test
    void tlsIsNoticedWhereThePlainWasMeant() throws IOException {
        SSLSocketFactory ofThisJava = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (ScriptedServer secure = secured(localhost);
                ScriptedServer plain = ScriptedServer.start(peer -> peer.send("HTTP/1.1 400 Bad\r\n\r\n"))) {
            assertThat(step(secure, "localhost", ofThisJava, Instant.now()).spoken(loopback()))
                    .isTrue();
            assertThat(step(plain, "localhost", ofThisJava, Instant.now()).spoken(loopback()))
                    .isFalse();
        }
    }

    private static Finding shakeHands(SSLContext server, SSLSocketFactory client, String host, Instant now)
            throws IOException {
        try (ScriptedServer secured = secured(server)) {
            return step(secured, host, client, now).shakeHands(loopback());
        }
    }

    private static TlsStep step(ScriptedServer server, String host, SSLSocketFactory client, Instant now) {
        URI url = URI.create("https://" + host + ":" + server.port() + "/v1");
        Subject subject = new Subject("main", url, "OPENAI_BASE_URL", "OPENAI_API_KEY", Optional.empty(), false);
        return new TlsStep(subject, LIMIT, client, InstantSource.fixed(now));
    }

    private static ScriptedServer secured(SSLContext context) throws IOException {
        return ScriptedServer.start(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                Peer::stall);
    }

    private static List<InetAddress> loopback() {
        return List.of(InetAddress.getLoopbackAddress());
    }
}
