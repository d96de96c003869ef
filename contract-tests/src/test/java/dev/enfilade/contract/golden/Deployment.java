package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.enfilade.contract.product.PackagedProduct;
import dev.enfilade.contract.rules.Seen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A product and the scripted backend behind it. */
public final class Deployment implements AutoCloseable {

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
        return start(
                folder,
                Corpus.shared(listing.orElse("models.json")),
                listing.isPresent()
                        ? ProductConfiguration::withoutModels
                        : ProductConfiguration.withModels(Corpus.shared("overrides.json")));
    }

    /** With the models of the corpus and their settings, and with pages that hide where they come from let in. */
    public static Deployment startForPages(Path folder) throws IOException, InterruptedException {
        Function<URI, ObjectNode> known = ProductConfiguration.withModels(Corpus.shared("overrides.json"));
        return start(folder, Corpus.shared("models.json"), backend -> {
            ObjectNode configuration = known.apply(backend);
            configuration.putObject("cors").putArray("origins").add("null");
            return configuration;
        });
    }

    private static Deployment start(Path folder, JsonNode models, Function<URI, ObjectNode> configuration)
            throws IOException, InterruptedException {
        ScriptedBackend backend = ScriptedBackend.start(new ModelList(models));
        try {
            String text = Json.write(configuration.apply(backend.baseUrl()));
            return new Deployment(backend, PackagedProduct.start(folder, text));
        } catch (IOException | RuntimeException | InterruptedException e) {
            backend.close();
            throw e;
        }
    }

    public Outcome replay(Golden golden) {
        return replay(golden, _ -> {});
    }

    /**
     * Replays and shows.
     *
     * @param observer sees every answer
     */
    public Outcome replay(Golden golden, Consumer<Seen> observer) {
        return replay(golden, UnaryOperator.identity(), observer);
    }

    /** Replays with damage done to the body of every answer, to see that it is found. */
    public Outcome replayDamaged(Golden golden, UnaryOperator<String> damage) {
        return replay(golden, damage, _ -> {});
    }

    private Outcome replay(Golden golden, UnaryOperator<String> damage, Consumer<Seen> observer) {
        product.log().clear();
        return new Replay(backend.script(), product.address(), damage, observer).replay(golden);
    }

    /** What the product logged during the last replay. */
    public String log() {
        return product.log().lines();
    }

    @Override
    public void close() throws IOException {
        try (backend) {
            product.close();
        }
    }
}
