package dev.enfilade.adapter.in.ollama;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.domain.failure.FailureException;
import java.util.function.Function;

/** Whatever a client sends: a request, or a failure of ours in Go's words. */
class RequestFuzzTest {

    @FuzzTest
    void anyChatIsReadOrRefused(byte[] body) {
        readOrRefused(body, ChatBodyReader::read);
    }

    @FuzzTest
    void anyPromptIsReadOrRefused(byte[] body) {
        readOrRefused(body, GenerateBodyReader::read);
    }

    @FuzzTest
    void anyInputToEmbedIsReadOrRefused(byte[] body) {
        readOrRefused(body, EmbedBodyReader::read);
        readOrRefused(body, EmbedBodyReader::readOlder);
    }

    private static <T> void readOrRefused(byte[] body, Function<GoReader, T> reader) {
        try {
            GoReader.read(body, reader);
        } catch (FailureException refused) {
            // The one other way to end.
        }
    }
}
