package dev.enfilade.contract.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.contract.golden.BackendScript;
import dev.enfilade.contract.golden.FakeProduct;
import dev.enfilade.contract.golden.Golden;
import dev.enfilade.contract.golden.Replay;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No trace passes against a product that answers anything with the same nothing. */
class DamagedAnswerTest {

    static List<Golden> traces() throws IOException {
        return Traces.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traces")
    void isFound(Golden trace) throws IOException {
        for (String body : List.of("{}", "{\"models\":[]}", "{\"error\":\"no\"}")) {
            try (FakeProduct product = FakeProduct.answering(body)) {
                Replay replay = new Replay(new BackendScript(), product.address());

                assertThat(replay.replay(trace).differences()).as(body).isNotEmpty();
            }
        }
    }
}
