package dev.enfilade.contract.core;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The packaged product in front of a scripted backend. */
record Deployment(Backend backend, PackagedProduct product) implements AutoCloseable {

    static Deployment start() throws IOException, InterruptedException {
        return start("");
    }

    /** Starts with these lines in the configuration besides the backend. */
    static Deployment start(String more) throws IOException, InterruptedException {
        Backend backend = Backend.start();
        Path folder = Files.createTempDirectory("enfilade-core");
        String configuration =
                "backends: {main: {url: '%s', key: test-key, dialect: openai}}%n%s%n".formatted(backend.url(), more);
        return new Deployment(backend, PackagedProduct.start(folder, configuration));
    }

    InetSocketAddress address() {
        return product.address();
    }

    @Override
    public void close() throws IOException {
        product.close();
        backend.close();
    }
}
