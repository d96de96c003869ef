package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.embedding.Vector;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Decodes the answer to {@code POST /embeddings}: rows of numbers, in plain or as base64 of little-endian single
 * precision (recorded from llama.cpp).
 */
public final class EmbeddingDecoder {

    private static final int FIRST_LENGTH = 1024;

    private final Function<ReportedError, Failure> failures;
    private final Map<Integer, Vector> vectors = new TreeMap<>();
    private OptionalLong promptTokens = OptionalLong.empty();

    private EmbeddingDecoder(Function<ReportedError, Failure> failures) {
        this.failures = failures;
    }

    /**
     * Reads the body to its end, at most 128 MiB.
     *
     * @param inputs how many vectors there must be
     * @param failures what an error means that the backend reports inside its answer
     * @return the vectors in the order of their indexes
     * @throws FailureException if the body is cut, too big, no such answer, or the report of an error
     */
    public static EmbeddingResult decode(ByteStream body, int inputs, Function<ReportedError, Failure> failures) {
        EmbeddingDecoder decoder = new EmbeddingDecoder(failures);
        try (JsonParser parser = Json.WHOLE.createParser(new BoundedInput(body, Json.WHOLE_LIMIT))) {
            decoder.read(parser);
            return decoder.result(inputs);
        } catch (JsonEOFException e) {
            throw new FailureException(Json.cut().failure(), e);
        } catch (IOException e) {
            throw Json.invalid(e);
        }
    }

    private EmbeddingResult result(int inputs) {
        if (vectors.size() != inputs) {
            throw Json.invalid();
        }
        return new EmbeddingResult(List.copyOf(vectors.values()), promptTokens);
    }

    private void read(JsonParser parser) throws IOException {
        DocumentReader.expect(JsonToken.START_OBJECT, parser.nextToken());
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "data" -> readData(parser);
                case "usage" -> promptTokens = promptTokens(parser);
                case "error" ->
                    ErrorReader.member(parser).ifPresent(error -> {
                        throw new FailureException(failures.apply(error));
                    });
                default -> {}
            }
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            throw Json.invalid();
        }
    }

    private void readData(JsonParser parser) throws IOException {
        DocumentReader.expect(JsonToken.START_ARRAY, parser.currentToken());
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            DocumentReader.expect(JsonToken.START_OBJECT, parser.currentToken());
            readElement(parser);
        }
    }

    private void readElement(JsonParser parser) throws IOException {
        int index = vectors.size();
        List<Vector> found = new ArrayList<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "index" -> index = value.isNumeric() ? parser.getIntValue() : index;
                case "embedding" -> found.add(vector(parser));
                default -> {}
            }
            parser.skipChildren();
        }
        if (found.size() != 1 || vectors.put(index, found.getFirst()) != null) {
            throw Json.invalid();
        }
    }

    private static Vector vector(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_ARRAY -> ofNumbers(parser);
            case VALUE_STRING -> ofBase64(parser.getBinaryValue());
            default -> throw Json.invalid();
        };
    }

    private static Vector ofNumbers(JsonParser parser) throws IOException {
        float[] values = new float[FIRST_LENGTH];
        int length = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!parser.currentToken().isNumeric()) {
                throw Json.invalid();
            }
            values = length == values.length ? Arrays.copyOf(values, 2 * length) : values;
            values[length++] = parser.getFloatValue();
        }
        return Vector.of(Arrays.copyOf(values, length));
    }

    private static Vector ofBase64(byte[] bytes) {
        if (bytes.length % Float.BYTES != 0) {
            throw Json.invalid();
        }
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return Vector.of(values);
    }

    private static OptionalLong promptTokens(JsonParser parser) throws IOException {
        OptionalLong counted = OptionalLong.empty();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                boolean number = parser.nextToken().isNumeric();
                counted = name.equals("prompt_tokens") && number ? OptionalLong.of(parser.getLongValue()) : counted;
                parser.skipChildren();
            }
        }
        return counted;
    }
}
