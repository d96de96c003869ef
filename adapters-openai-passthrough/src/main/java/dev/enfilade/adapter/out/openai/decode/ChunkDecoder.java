package dev.enfilade.adapter.out.openai.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import dev.enfilade.adapter.out.openai.sse.SseEvent;
import dev.enfilade.domain.generation.GenerationEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decodes the chunks of a streamed answer, chat or completion; one per stream. */
final class ChunkDecoder {

    private static final String DONE = "[DONE]";
    private static final String ERROR = "error";

    private final AnswerBuilder answer;
    private final DocumentReader documents;
    private final EventFeed feed = new EventFeed();
    private @Nullable JsonParser parser;
    private boolean anything;

    ChunkDecoder(AnswerRules rules, Stopwatch watch, Consumer<GenerationEvent> events) {
        this.answer = new AnswerBuilder(rules, watch, events);
        this.documents = new DocumentReader(ChoiceReader.ofChunks(rules.alternatives()));
    }

    /**
     * Takes the next event of the stream; empty ones mean nothing.
     *
     * @return whether more may follow: false if the event was the mark of the end
     * @throws dev.enfilade.domain.failure.FailureException if the event makes no sense or reports an error
     */
    boolean add(SseEvent event) {
        int start = firstNonSpace(event);
        if (start < 0) {
            return true;
        }
        anything = true;
        if (event.buffer()[start] == '[' && event.text().strip().equals(DONE)) {
            return false;
        }
        answer.add(parse(event));
        return true;
    }

    /** Whether the backend gave a finish reason, so that nothing essential can be missing any more. */
    boolean isFinished() {
        return answer.isFinished();
    }

    /** The stream is over. @throws dev.enfilade.domain.failure.FailureException if the answer is not complete */
    void end() {
        if (!anything) {
            throw Json.invalid();
        }
        answer.end();
        Json.release(requireNonNull(parser, "an end without a chunk"));
    }

    private static int firstNonSpace(SseEvent event) {
        int end = event.offset() + event.length();
        for (int i = event.offset(); i < end; i++) {
            if (event.buffer()[i] > ' ' || event.buffer()[i] < 0) {
                return i;
            }
        }
        return -1;
    }

    private AnswerDocument parse(SseEvent event) {
        boolean isError = event.name().equals(ERROR);
        try {
            return parse(event.buffer(), event.offset(), event.length(), isError);
        } catch (IOException e) {
            return parseMended(event, isError, e);
        }
    }

    /** Bytes that are no UTF-8 are replaced and no reason to give up; the parser would not have them. */
    private AnswerDocument parseMended(SseEvent event, boolean isError, IOException cause) {
        parser = null;
        byte[] mended = event.text().getBytes(UTF_8);
        int end = event.offset() + event.length();
        if (Arrays.equals(mended, 0, mended.length, event.buffer(), event.offset(), end)) {
            return notJson(event, isError, cause);
        }
        try {
            return parse(mended, 0, mended.length, isError);
        } catch (IOException e) {
            return notJson(event, isError, e);
        }
    }

    private static AnswerDocument notJson(SseEvent event, boolean isError, IOException cause) {
        if (!isError) {
            throw Json.invalid(cause);
        }
        AnswerDocument document = new AnswerDocument();
        document.error = ErrorReader.ofText(event.text());
        return document;
    }

    private AnswerDocument parse(byte[] buffer, int offset, int length, boolean isError) throws IOException {
        feed.set(buffer, offset, length);
        parser = parser == null ? Json.STREAM.createParser(feed) : parser;
        AnswerDocument document = documents.read(parser, isError);
        feed.requireEnd(parser);
        return document;
    }
}
