package dev.enfilade.contract.client;

import dev.enfilade.contract.backend.ModelBackend;
import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The packaged product, the backend behind it, and the same product seen through a relay that damages its answers. */
final class Deployment implements AutoCloseable {

    private final ModelBackend backend;
    private final PackagedProduct product;
    private final DamagingRelay damaged;

    private Deployment(ModelBackend backend, PackagedProduct product) throws IOException {
        this.backend = backend;
        this.product = product;
        this.damaged = DamagingRelay.before(address());
    }

    static Deployment open(Path folder) throws IOException, InterruptedException {
        ModelBackend backend = new ModelBackend();
        try {
            return new Deployment(backend, PackagedProduct.start(folder, configuration(backend)));
        } catch (IOException | RuntimeException | InterruptedException e) {
            backend.close();
            throw e;
        }
    }

    URI backendAddress() {
        return backend.uri("");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + product.address().getPort());
    }

    URI damagedAddress() {
        return damaged.address();
    }

    @Override
    public void close() {
        try (backend) {
            damaged.close();
            product.close();
        }
    }

    private static String configuration(ModelBackend backend) {
        return """
            backends:
              main: {url: "%s", key: test-key}
            models:
              talker: {capabilities: [completion], context: 8192}
              thinker: {capabilities: [completion, thinking]}
              caller: {capabilities: [completion, tools]}
              failing: {capabilities: [completion]}
              cut: {capabilities: [completion]}
              endless: {capabilities: [completion]}
              embedder: {capabilities: [embedding], embedding-length: 2}
            drain: {delay: 1ms}
            """.formatted(backend.uri("/v1"));
    }
}
