package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void missingJarIsToldInOneSentence(@TempDir Path folder) {
        assertThatThrownBy(() -> PackagedProduct.start(
                        folder.resolve("enfilade.jar"), folder, JsonNodeFactory.instance.objectNode()))
                .hasMessageMatching("no packaged product at .*enfilade.jar: build it with .*");
    }

    private static InputStream saying(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }
}
