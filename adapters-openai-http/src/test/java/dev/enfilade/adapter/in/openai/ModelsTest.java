package dev.enfilade.adapter.in.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.ModelListing;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.Failure;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsTest {

    private static final String NOT_FOUND = "{\"error\":{\"message\":\"no such model\"}}";

    private final SurfaceStage stage = new SurfaceStage();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void theListHasTheBackendsEntriesUntouchedAndOurNamesAfterThem() throws Exception {
        stage.reply = SurfaceStage.json(200, "{\"object\":\"list\",\"data\":[{\"id\":\"a\",\"max_model_len\":4096}]}");
        stage.models = () -> new ModelListing(List.of(SurfaceStage.card("A:latest"), SurfaceStage.card("alias")));

        assertThat(stage.get("/v1/models").body())
                .isEqualTo("{\"object\":\"list\",\"data\":[{\"id\":\"a\",\"max_model_len\":4096},"
                        + "{\"id\":\"alias\",\"object\":\"model\",\"created\":5,\"owned_by\":\"us\"}]}");
    }

    @Test
    void whatMustNotBeShownIsTakenOutOfTheBackendsEntries() throws Exception {
        stage.reply = SurfaceStage.json(200, "{\"data\":[{\"id\":\"a\",\"x\":1},{\"id\":\"b\"}],\"has_more\":false}");
        stage.models = () -> new ModelListing(List.of(SurfaceStage.card("a")));
        stage.hidden = Set.of("b");

        assertThat(stage.get("/v1/models").body()).isEqualTo("{\"data\":[{\"id\":\"a\",\"x\":1}],\"has_more\":false}");
    }

    @Test
    void bareNamesBecomeEntriesAndAppearOnce() throws Exception {
        stage.reply = SurfaceStage.json(200, "{\"data\":[\"a\",{\"id\":\"b\",\"x\":1},\"c\"]}");
        stage.models =
                () -> new ModelListing(List.of(SurfaceStage.card("a"), SurfaceStage.card("b"), SurfaceStage.card("c")));

        assertThat(stage.get("/v1/models").body())
                .isEqualTo("{\"data\":[{\"id\":\"b\",\"x\":1},"
                        + "{\"id\":\"a\",\"object\":\"model\",\"created\":5,\"owned_by\":\"us\"},"
                        + "{\"id\":\"c\",\"object\":\"model\",\"created\":5,\"owned_by\":\"us\"}]}");
    }

    @Test
    void aListOfBareNamesIsAListOfEntries() throws Exception {
        stage.reply = SurfaceStage.json(200, "[\"a\"]");
        stage.models = () -> new ModelListing(List.of(SurfaceStage.card("a")));

        assertThat(stage.get("/v1/models").body())
                .isEqualTo("{\"object\":\"list\",\"data\":["
                        + "{\"id\":\"a\",\"object\":\"model\",\"created\":5,\"owned_by\":\"us\"}]}");
    }

    @Test
    void theListWeHoldServesWhileTheBackendIsDown() throws Exception {
        stage.failure = Optional.of(new Failure.BackendUnavailable());
        stage.models = () -> new ModelListing(List.of(SurfaceStage.card("kept")));

        assertThat(stage.get("/v1/models?limit=1").body()).contains("\"id\":\"kept\"");
    }

    @Test
    void theHeadOfTheListIsThatOfTheList() throws Exception {
        HttpResponse<String> head = stage.send(
                HttpRequest.newBuilder(stage.uri("/v1/models")).method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(stage.request().method()).isEqualTo("GET");
    }

    @Test
    void aModelOfTheBackendIsDescribedInItsOwnWords() throws Exception {
        stage.reply = SurfaceStage.json(200, "{ \"id\":\"acme/x\", \"odd\":1.0}");
        stage.known = Optional.of(SurfaceStage.card("acme/x"));

        assertThat(stage.get("/v1/models/acme%2Fx").body()).isEqualTo("{ \"id\":\"acme/x\", \"odd\":1.0}");
        assertThat(stage.request().target()).isEqualTo("/models/acme%2Fx");
        assertThat(stage.request().model()).hasValue(new ModelName("acme/x"));
    }

    @ParameterizedTest
    @CsvSource({"ears, ears", "ears:latest, ears:latest", "EARS, EARS", "ears%3Alatest, ears:latest", "%65ars, ears"})
    void aNameOfOursHasAnEntryOfOurs(String path, String id) throws Exception {
        stage.reply = SurfaceStage.json(404, NOT_FOUND);
        stage.known = Optional.of(SurfaceStage.card("ears"));

        HttpResponse<String> answer = stage.get("/v1/models/" + path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"id\":\"" + id + "\",\"object\":\"model\",\"created\":5,\"owned_by\":\"us\"}");
    }

    @Test
    void aNameOfOursIsKnownWhileTheBackendIsDown() throws Exception {
        stage.failure = Optional.of(new Failure.BackendUnavailable());
        stage.known = Optional.of(SurfaceStage.card("acme/ears"));

        assertThat(stage.get("/v1/models/acme/ears").body()).contains("\"id\":\"acme/ears\"");
    }

    @Test
    void whatNobodyKnowsIsForTheBackendToJudge() throws Exception {
        stage.reply = SurfaceStage.json(404, NOT_FOUND);

        HttpResponse<String> answer = stage.get("/v1/models/nosuch");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(NOT_FOUND);
    }

    @Test
    void onlyReadingAModelIsAnsweredByUs() throws Exception {
        stage.reply = SurfaceStage.json(404, NOT_FOUND);
        stage.known = Optional.of(SurfaceStage.card("ears"));

        HttpResponse<String> answer =
                stage.send(HttpRequest.newBuilder(stage.uri("/v1/models/ears")).DELETE());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(stage.request().target()).isEqualTo("/models/ears");
    }
}
