package dev.enfilade.contract.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProductLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void addressIsReadFromTheLine() throws InterruptedException {
        ProductLog log = ProductLog.follow(saying("Starting\nINFO listening on http://127.0.0.1:4711 (2 models)\n"));

        assertThat(log.awaitAddress(PATIENCE)).isEqualTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711));
    }

    @Test
    void productThatEndsWithoutAnAddressIsAnErrorWithItsLastWords() {
        ProductLog log = ProductLog.follow(saying("bad configuration\n"));

        assertThatThrownBy(() -> log.awaitAddress(PATIENCE)).hasMessageContaining("bad configuration");
    }

    private static InputStream saying(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }
}
