package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A product and the scripted backend behind it. */
final class Deployment implements AutoCloseable {

    private final ScriptedBackend backend;
    private final PackagedProduct product;

    private Deployment(ScriptedBackend backend, PackagedProduct product) {
        this.backend = backend;
        this.product = product;
    }

    /**
     * With the models of {@code listing} and no settings about them; without a listing, with those of the corpus and
     * their settings.
     */
    static Deployment start(Path folder, Optional<String> listing) throws IOException, InterruptedException {
        ScriptedBackend backend = ScriptedBackend.start(new ModelList(Corpus.shared(listing.orElse("models.json"))));
        JsonNode configuration = listing.isPresent()
                ? ProductConfiguration.withoutModels(backend.baseUrl())
                : ProductConfiguration.withModels(backend.baseUrl(), Corpus.shared("overrides.json"));
        try {
            return new Deployment(backend, PackagedProduct.start(folder, Json.write(configuration)));
        } catch (IOException | RuntimeException | InterruptedException e) {
            backend.close();
            throw e;
        }
    }

    Outcome replay(Golden golden) {
        product.log().clear();
        return new Replay(backend.script(), product.address()).replay(golden);
    }

    /** What the product logged during the last replay. */
    String log() {
        return product.log().lines();
    }

    @Override
    public void close() throws IOException {
        try (backend) {
            product.close();
        }
    }
}
