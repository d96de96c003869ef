package dev.enfilade.contract.relay;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.nio.file.Files;

/** The packaged product in front of two recording backends. */
record RelayDeployment(RecordingBackend backend, RecordingBackend other, PackagedProduct product)
        implements AutoCloseable {

    static final String KEY = "our-key-0123456789";

    static RelayDeployment start() throws IOException, InterruptedException {
        RecordingBackend backend = new RecordingBackend("gpt-4o", "whisper-1", "acme/x");
        RecordingBackend other = new RecordingBackend("gpt-image");
        PackagedProduct product =
                PackagedProduct.start(Files.createTempDirectory("enfilade-relay"), configuration(backend, other));
        return new RelayDeployment(backend, other, product);
    }

    private static String configuration(RecordingBackend backend, RecordingBackend other) {
        return """
                backends:
                  main: {url: '%s', key: %s}
                  other: {url: '%s', auth: caller}
                models:
                  ears: whisper-1
                  eyes: {backend: other, model: gpt-image}
                limits: {body: 64KiB, upload: 2MiB}
                """.formatted(backend.url(), KEY, other.url());
    }

    RawConnection connect() throws IOException {
        return new RawConnection(product.address());
    }

    @Override
    public void close() throws IOException {
        product.close();
        backend.close();
        other.close();
    }
}
