package dev.enfilade.contract.pact;

import static dev.enfilade.contract.backend.BackendModel.CALLER;
import static dev.enfilade.contract.backend.BackendModel.TALKER;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.enfilade.contract.backend.Health;
import dev.enfilade.contract.backend.ModelBackend;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The backend of these tests keeps what the product needs of every backend, so what is tested with it holds for others.
 */
@Provider("openai-compatible-backend")
@PactFolder("src/test/resources/pacts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelBackendPactTest {

    static {
        System.setProperty("pact_do_not_track", "true");
    }

    private final ModelBackend backend = new ModelBackend(Map.of("llama3", TALKER, "qwen3", CALLER));

    @AfterAll
    void stop() {
        backend.close();
    }

    @BeforeEach
    void aim(PactVerificationContext context) {
        context.setTarget(
                new HttpTestTarget(backend.uri("").getHost(), backend.uri("").getPort()));
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void contractIsKept(PactVerificationContext context) {
        context.verifyInteraction();
    }

    @State({ProviderState.MODEL_EXISTS, ProviderState.TOOL_MODEL_EXISTS})
    void modelExists() {
        backend.become(Health.UP);
    }

    @State(ProviderState.BACKEND_RATE_LIMITS)
    void backendRateLimits() {
        backend.become(Health.RATE_LIMITING);
    }
}
