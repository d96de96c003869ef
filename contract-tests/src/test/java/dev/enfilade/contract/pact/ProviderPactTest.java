package dev.enfilade.contract.pact;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.enfilade.contract.backend.Health;
import dev.enfilade.contract.backend.ModelBackend;
import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged product keeps every contract that a client wrote. */
@Provider("enfilade")
@PactFolder("src/test/resources/pacts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderPactTest {

    static {
        System.setProperty("pact_do_not_track", "true");
        // Else lines of JSON are taken for one document, and shown by a comparison that cannot read them.
        System.setProperty("pact.content_type.override.application/x-ndjson", "text");
        System.setProperty("pact.verifier.generateDiff", "false");
    }

    private ModelBackend backend;
    private PackagedProduct product;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        backend = new ModelBackend();
        product = PackagedProduct.start(folder, """
                backends:
                  main: {url: "%s", key: test-key}
                models:
                  llama3: talker
                  qwen3: {model: caller, capabilities: [completion, tools]}
                  nomic: {model: embedder, capabilities: [embedding]}
                drain: {delay: 1ms}
                """.formatted(backend.uri("/v1")));
    }

    @AfterAll
    void stop() {
        product.close();
        backend.close();
    }

    @BeforeEach
    void aim(PactVerificationContext context) {
        context.setTarget(new HttpTestTarget("127.0.0.1", product.address().getPort()));
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void contractIsKept(PactVerificationContext context) {
        context.verifyInteraction();
    }

    @State({ProviderState.MODEL_EXISTS, ProviderState.TOOL_MODEL_EXISTS, ProviderState.EMBEDDER_EXISTS})
    void modelExists() {
        backend.become(Health.UP);
    }

    @State(ProviderState.BACKEND_DOWN)
    void backendIsDown() {
        backend.become(Health.DOWN);
    }

    @State(ProviderState.BACKEND_RATE_LIMITS)
    void backendRateLimits() {
        backend.become(Health.RATE_LIMITING);
    }
}
