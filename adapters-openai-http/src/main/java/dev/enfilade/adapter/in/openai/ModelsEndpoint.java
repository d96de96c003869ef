package dev.enfilade.adapter.in.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.enfilade.application.port.in.ListModelsUseCase;
import dev.enfilade.application.port.in.RelayUseCase;
import dev.enfilade.application.port.in.ShowsModelUseCase;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GET /v1/models}: the first backend's own entries, untouched where they may be shown, and after them every
 * further name that can be asked for.
 */
final class ModelsEndpoint {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 16 * 1024 * 1024;

    private final RelayUseCase relay;
    private final ListModelsUseCase models;
    private final ShowsModelUseCase shown;

    ModelsEndpoint(RelayUseCase relay, ListModelsUseCase models, ShowsModelUseCase shown) {
        this.relay = relay;
        this.models = models;
        this.shown = shown;
    }

    void handle(Context ctx) throws JsonProcessingException {
        ObjectNode list = backendList(ctx);
        ArrayNode data = list.get("data") instanceof ArrayNode array ? array : list.putArray("data");
        // Small servers list bare names; as entries they are among the further models.
        data.removeIf(JsonNode::isTextual);
        data.removeIf(entry -> !shown.shows(new ModelName(entry.path("id").asText())));
        Set<String> known = new HashSet<>();
        data.forEach(entry -> known.add(new ModelName(entry.path("id").asText()).key()));
        for (ModelCard card : furtherModels(data.isEmpty())) {
            if (known.add(card.name().key())) {
                data.add(ModelEntry.of(card, card.name()));
            }
        }
        ctx.contentType("application/json").result(JSON.writeValueAsBytes(list));
    }

    private List<ModelCard> furtherModels(boolean nothingElse) {
        try {
            return models.list().models();
        } catch (FailureException e) {
            if (nothingElse) {
                throw e;
            }
            return List.of();
        }
    }

    /** The backend's answer, or an empty list when it has none: then the names that we hold must do. */
    private ObjectNode backendList(Context ctx) {
        RelayRequest request =
                new RelayRequest("GET", "/models", ClientRequest.headers(ctx), Optional.empty(), Optional.empty());
        try (RelayResponse response = relay.relay(request)) {
            if (response.status() == 200 && JSON.readTree(read(response)) instanceof ObjectNode list) {
                return list;
            }
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Cancelled) {
                throw e;
            }
        } catch (IOException e) {
            return emptyList();
        }
        return emptyList();
    }

    private static byte[] read(RelayResponse response) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8 * 1024];
        for (int count = response.body().read(buffer);
                count >= 0;
                count = response.body().read(buffer)) {
            all.write(buffer, 0, count);
            if (all.size() > MOST) {
                throw new FailureException(new Failure.Broken(Failure.Flaw.TOO_BIG));
            }
        }
        return all.toByteArray();
    }

    private static ObjectNode emptyList() {
        return JSON.createObjectNode().put("object", "list");
    }
}
