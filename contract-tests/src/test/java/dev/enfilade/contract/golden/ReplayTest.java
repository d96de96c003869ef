package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {

    @Test
    void productThatAnswersAsRecordedPasses() throws IOException {
        assertThat(replay("{\"version\":\"0.33.0\"}", version()).differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"version":"0.33.1"}        | /version: expected "0.33.0", got "0.33.1"
                    {"version":"0.33.0","x":1}  | /x: expected nothing, got 1
                    {"Version":"0.33.0"}        | /version: expected "0.33.0", got nothing
                    """)
    void productThatAnswersOtherwiseFails(String body, String first) throws IOException {
        assertThat(replay(body, version()).differences().getFirst()).hasToString(first);
    }

    @Test
    void productThatDoesNotAskTheBackendFails() throws IOException {
        Golden golden = Corpus.replayable("relay/chat").getFirst();

        assertThat(replay("x", golden).differences()).contains(new Difference("backend", "1 requests", "0 requests"));
    }

    @Test
    void productThatIsNotThereFails() throws IOException {
        InetSocketAddress nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new InetSocketAddress(closed.getInetAddress(), closed.getLocalPort());
        }

        assertThat(new Replay(new BackendScript(), nobody).replay(version()).differences())
                .hasSize(1);
    }

    @Test
    void laterStepSendsWhatTheAnswerBeforeSaid() throws IOException {
        String file = "{\"name\":\"n\",\"about\":\"a\",\"steps\":[%s,%s]}"
                .formatted(
                        "{\"request\":{\"method\":\"GET\",\"path\":\"/\"},\"response\":{\"status\":200,\"json\":{\"x\":[1]}}}",
                        "{\"request\":{\"method\":\"GET\",\"path\":\"/\",\"json\":{\"y\":\"$answer:x\"}},"
                                + "\"response\":{\"status\":200,\"json\":{\"x\":[1]}}}");
        Golden golden = golden(file);

        assertThat(golden.steps().getLast().request().body().octets(Json.read("{\"x\":[1]}")))
                .hasToString("{\"y\":[1]}");
        assertThat(replay("{\"x\":[1]}", golden).differences()).isEmpty();
    }

    @Test
    void scenarioStopsAtItsFirstDifference() throws IOException {
        String step = "{\"request\":{\"method\":\"GET\",\"path\":\"/\"},\"response\":{\"status\":200,\"json\":1}}";
        Golden golden = golden("{\"name\":\"n\",\"about\":\"a\",\"steps\":[" + step + "," + step + "]}");

        assertThat(replay("2", golden).differences()).hasSize(1);
    }

    private static Outcome replay(String answer, Golden golden) throws IOException {
        try (FakeProduct product = FakeProduct.answering(answer)) {
            return new Replay(new BackendScript(), product.address()).replay(golden);
        }
    }

    private static Golden version() throws IOException {
        return Corpus.replayable("version/get").getFirst();
    }

    private static Golden golden(String file) throws JsonProcessingException {
        return GoldenReader.golden(Json.read(file));
    }
}
