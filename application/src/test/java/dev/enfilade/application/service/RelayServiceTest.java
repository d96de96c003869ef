package dev.enfilade.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.application.policy.Call;
import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.application.policy.Repeat;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.relay.RelayBody;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.stream.ByteStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RelayServiceTest {

    private final ModelDirectory directory = new ModelDirectory(
            List.of(TestBackends.listing("main", "m")),
            new ModelMap(List.of()),
            CatalogSettings.startedAt(Instant.EPOCH),
            () -> 0,
            Runnable::run);

    @Test
    void whatAsksAModelOrChangesNothingMayBeRepeated() {
        assertThat(repeat("POST", Optional.of("m"), Optional.of(body(true)))).isEqualTo(Repeat.IF_REFUSED);
        assertThat(repeat("GET", Optional.empty(), Optional.empty())).isEqualTo(Repeat.IF_REFUSED);
    }

    @Test
    void whatMayChangeSomethingIsRepeatedOnlyIfItWasNeverReceived() {
        assertThat(repeat("POST", Optional.empty(), Optional.of(body(true)))).isEqualTo(Repeat.IF_UNREACHED);
        assertThat(repeat("DELETE", Optional.empty(), Optional.empty())).isEqualTo(Repeat.IF_UNREACHED);
    }

    @Test
    void whatIsReadWhileItIsSentIsNeverRepeated() {
        assertThat(repeat("POST", Optional.of("m"), Optional.of(body(false)))).isEqualTo(Repeat.NEVER);
    }

    private Repeat repeat(String method, Optional<String> model, Optional<RelayBody> body) {
        AtomicReference<Repeat> seen = new AtomicReference<>();
        CallPolicy policy = new CallPolicy() {
            @Override
            public <R> R call(Call<R> call) {
                seen.set(call.repeat());
                throw TestBackends.down();
            }
        };
        RelayRequest request = new RelayRequest(method, "/x", Headers.NONE, model.map(ModelName::new), body);
        try {
            new RelayService(new Routes(directory, new Balance(Map.of()), Map.of()), policy, _ -> {})
                    .relay(request)
                    .close();
        } catch (FailureException expected) {
            return seen.get();
        }
        throw new AssertionError("it was answered");
    }

    private static RelayBody body(boolean repeatable) {
        return new RelayBody() {
            @Override
            public ByteStream open() {
                throw new AssertionError("nothing to read");
            }

            @Override
            public OptionalLong length() {
                return OptionalLong.empty();
            }

            @Override
            public boolean repeatable() {
                return repeatable;
            }

            @Override
            public RelayBody withModel(String model) {
                return this;
            }
        };
    }
}
