package dev.enfilade.contract.chaos;

import dev.enfilade.contract.core.Backend;
import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The packaged product before a scripted backend, which it knows under two names: one hasty, one patient. */
record Theatre(Backend backend, PackagedProduct product, Chaos chaos) implements AutoCloseable {

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    static Theatre open() throws IOException, InterruptedException {
        Backend backend = Backend.start();
        String settings = "url: '%s', key: %s, dialect: openai".formatted(backend.url(), Stage.SECRET);
        Path folder = Files.createTempDirectory("enfilade-chaos");
        PackagedProduct product = PackagedProduct.start(folder, """
                backends:
                  hasty: {%s, timeouts: {headers: 10s, first-byte: 10s, idle: 10s}}
                  patient: {%s}
                models:
                  hasty: {backend: hasty, model: m}
                  patient: {backend: patient, model: m}
                """.formatted(settings, settings));
        return new Theatre(backend, product, new Chaos(product.address(), backend));
    }

    /** How many requests have their line in the log, as soon as there are this many or after half a minute. */
    int awaitLines(int wanted) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        int lines = 0;
        while (lines < wanted && System.nanoTime() < end) {
            Thread.onSpinWait();
            lines = product.log().outcomes().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        product.close();
        backend.close();
    }
}
