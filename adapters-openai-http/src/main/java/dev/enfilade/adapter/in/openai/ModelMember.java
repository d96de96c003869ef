package dev.enfilade.adapter.in.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The top-level {@code model} of a JSON body: what it says and where it stands.
 *
 * @param value the last one's text, as backends read it, if there is any
 * @param places every value of a top-level {@code model} that is a string, quotes included
 */
record ModelMember(Optional<String> value, List<Place> places) {

    /** A span of bytes, end exclusive. */
    record Place(int start, int end) {}

    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10_000)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    ModelMember {
        places = List.copyOf(places);
    }

    /**
     * Finds the member by one pass over the tokens; nothing else of the body is looked at.
     *
     * @throws FailureException unless the bytes are exactly one JSON object in UTF-8
     */
    static ModelMember in(byte[] body) {
        if (!isPlainUtf8(body)) {
            throw invalid();
        }
        try (JsonParser parser = JSON.createParser(body)) {
            return scan(parser);
        } catch (IOException e) {
            throw new FailureException(invalid().failure(), e);
        }
    }

    /** As {@link #in}, for bodies that need not be an object at all. */
    static ModelMember ifAny(byte[] body) {
        try {
            return in(body);
        } catch (FailureException e) {
            return new ModelMember(Optional.empty(), List.of());
        }
    }

    /** The body with another model and every other byte as it was. */
    byte[] replaced(byte[] body, String model) {
        byte[] value = ('"' + new String(JsonStringEncoder.getInstance().quoteAsString(model)) + '"')
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + value.length);
        int from = 0;
        for (Place place : places) {
            out.write(body, from, place.start() - from);
            out.writeBytes(value);
            from = place.end();
        }
        out.write(body, from, body.length - from);
        return out.toByteArray();
    }

    private static ModelMember scan(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw invalid();
        }
        Optional<String> value = Optional.empty();
        List<Place> places = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isModel = parser.currentName().equals("model");
            JsonToken token = parser.nextToken();
            if (isModel && token == JsonToken.VALUE_STRING) {
                value = Optional.of(parser.getText());
                places.add(new Place((int) parser.currentTokenLocation().getByteOffset(), (int)
                        parser.currentLocation().getByteOffset()));
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw invalid();
        }
        return new ModelMember(value, places);
    }

    /** Jackson would guess other encodings from a byte order mark or zero bytes; backends do not. */
    private static boolean isPlainUtf8(byte[] body) {
        for (int i = 0; i < Math.min(4, body.length); i++) {
            if (body[i] == 0) {
                return false;
            }
        }
        return body.length == 0 || (body[0] != (byte) 0xEF && body[0] != (byte) 0xFE && body[0] != (byte) 0xFF);
    }

    private static FailureException invalid() {
        return new FailureException(new Failure.InvalidRequest(OpenAiErrors.INVALID_JSON));
    }
}
