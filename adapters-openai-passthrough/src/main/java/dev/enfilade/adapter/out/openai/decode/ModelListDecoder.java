package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.enfilade.adapter.out.openai.dialect.ServerMarks;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decodes the answer to {@code GET /models}. Lists are asked for rarely, so this one is read into a tree. */
public final class ModelListDecoder {

    private static final long LATEST = 100_000_000_000L;

    private static final JsonMapper MAPPER = JsonMapper.builder(Json.WHOLE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ModelListDecoder() {}

    /**
     * Reads the body to its end, at most 128 MiB. Entries without an id are passed over.
     *
     * @param failures what an error means that the backend reports inside its answer
     * @throws FailureException if the body is cut, too big, no such answer, or the report of an error
     */
    public static ModelList decode(ByteStream body, Function<ReportedError, Failure> failures) {
        JsonNode root = read(body, failures);
        // Together AI answers with the bare list.
        JsonNode data = root.isArray() ? root : root.path("data");
        // Ollama's list is null while it has no models.
        if (!data.isArray() && !data.isNull()) {
            throw Json.invalid();
        }
        List<ListedModel> models = new ArrayList<>();
        for (JsonNode entry : data) {
            id(entry).ifPresent(id -> models.add(model(id, entry)));
        }
        return new ModelList(models, marks(data));
    }

    /** Small servers list nothing but the ids. */
    private static Optional<String> id(JsonNode entry) {
        return ModelTraitsReader.text(entry).or(() -> ModelTraitsReader.text(entry.path("id")));
    }

    private static JsonNode read(ByteStream body, Function<ReportedError, Failure> failures) {
        try {
            JsonNode root = MAPPER.readTree(new BoundedInput(body, Json.WHOLE_LIMIT));
            refuseErrors(root.path("error"), failures);
            return root;
        } catch (JsonEOFException e) {
            throw new FailureException(Json.cut().failure(), e);
        } catch (IOException e) {
            throw Json.invalid(e);
        }
    }

    private static void refuseErrors(JsonNode error, Function<ReportedError, Failure> failures) throws IOException {
        if (!error.isMissingNode()) {
            JsonParser parser = error.traverse();
            parser.nextToken();
            ErrorReader.member(parser).ifPresent(reported -> {
                throw new FailureException(failures.apply(reported));
            });
        }
    }

    private static ListedModel model(String id, JsonNode entry) {
        // Some servers count milliseconds; what is no time in this age is left out.
        long created = entry.path("created").asLong();
        return new ListedModel(
                id,
                created > 0 && created < LATEST ? Optional.of(Instant.ofEpochSecond(created)) : Optional.empty(),
                ModelTraitsReader.text(entry.path("owned_by")),
                ModelTraitsReader.traits(entry),
                // OpenRouter takes every id with ":nitro" and the like behind it, but lists few such.
                entry.path("supported_parameters").isArray());
    }

    private static ServerMarks marks(JsonNode data) {
        Set<String> members = new HashSet<>();
        Set<String> owners = new HashSet<>();
        for (JsonNode entry : data) {
            entry.fieldNames().forEachRemaining(members::add);
            entry.path("meta").fieldNames().forEachRemaining(name -> members.add("meta." + name));
            ModelTraitsReader.text(entry.path("owned_by")).ifPresent(owners::add);
        }
        return new ServerMarks(members, owners);
    }
}
