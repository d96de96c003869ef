package dev.enfilade.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.ConsumerPactRunnerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Pact;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Lets a client hold the conversation that a contract is about, and compares what Pact wrote with the contract that is
 * kept.
 */
final class Recording {

    private static final Path WRITTEN = Path.of("target/pacts/written");

    static {
        System.setProperty("pact_do_not_track", "true");
        System.setProperty("pact.writer.overwrite", "true");
    }

    private Recording() {}

    /** The client's side of the conversation. */
    @FunctionalInterface
    interface Client {
        void talkTo(URI provider) throws IOException, InterruptedException;
    }

    /** Fails if the client said or understood anything else, or if the contract differs from the one that is kept. */
    static void of(String consumer, String provider, List<Interaction> interactions, Client client) throws IOException {
        V4Pact pact = new V4Pact(new Consumer(consumer), new Provider(provider), interactions);
        MockProviderConfig mock = MockProviderConfig.createDefault(PactSpecVersion.V4);
        PactVerificationResult result = ConsumerPactRunnerKt.runConsumerTest(pact, mock, (server, context) -> {
            Objects.requireNonNull(context).setPactFolder(WRITTEN.toString());
            client.talkTo(URI.create(server.getUrl()));
            return true;
        });
        assertThat(result).as(result.getDescription()).isInstanceOf(PactVerificationResult.Ok.class);
        new Contract(consumer + "-" + provider + ".json").assertKept(WRITTEN);
    }
}
