package dev.enfilade.adapter.out.openai.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.stream.ByteStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.function.Consumer;

/** Decodes an answer that comes in one piece, chat or completion, into the same few events. */
final class WholeDecoder {

    private final AnswerRules rules;
    private final AnswerBuilder answer;

    WholeDecoder(AnswerRules rules, Stopwatch watch, Consumer<GenerationEvent> events) {
        this.rules = rules;
        this.answer = new AnswerBuilder(rules, watch, events);
    }

    /**
     * Reads the body to its end, at most 128 MiB. Such an answer is complete when its JSON is, finish reason or not.
     *
     * @throws FailureException if the body is cut, too big, not one JSON object, no answer, or the report of an error
     */
    void decode(ByteStream body) {
        AnswerDocument document = read(body);
        answer.add(document);
        if (!document.hasChoice) {
            throw answer.missing();
        }
        answer.endWhole();
    }

    private AnswerDocument read(ByteStream body) {
        Reader text = new InputStreamReader(new BoundedInput(body, Json.WHOLE_LIMIT), UTF_8);
        try (JsonParser parser = Json.WHOLE.createParser(text)) {
            AnswerDocument document =
                    new DocumentReader(ChoiceReader.ofWholeAnswers(rules.alternatives())).read(parser, false);
            if (parser.nextToken() != null) {
                throw Json.invalid();
            }
            return document;
        } catch (JsonEOFException e) {
            throw new FailureException(Json.cut().failure(), e);
        } catch (IOException e) {
            throw Json.invalid(e);
        }
    }
}
