package dev.enfilade.contract.core;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The packaged product in front of a scripted backend. */
record Deployment(Backend backend, PackagedProduct product) implements AutoCloseable {

    static Deployment start() throws IOException, InterruptedException {
        return with("");
    }

    /** Started with further settings, which are lines of the file. */
    static Deployment with(String settings) throws IOException, InterruptedException {
        Backend backend = Backend.start();
        Path folder = Files.createTempDirectory("enfilade-core");
        String configuration =
                "backends: {main: {url: '%s', key: test-key, dialect: openai}}%n".formatted(backend.url());
        return new Deployment(backend, PackagedProduct.start(folder, configuration + settings));
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
