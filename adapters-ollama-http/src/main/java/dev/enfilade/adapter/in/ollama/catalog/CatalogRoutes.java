package dev.enfilade.adapter.in.ollama.catalog;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.POST;

import dev.enfilade.adapter.in.ollama.http.Route;
import dev.enfilade.application.port.in.ListModelsUseCase;
import dev.enfilade.application.port.in.ListRunningUseCase;
import java.util.List;
import java.util.stream.Stream;

/** The routes that tell which models there are, and those that would change it. */
public final class CatalogRoutes {

    private CatalogRoutes() {}

    public static List<Route> of(ModelLookup models, ListModelsUseCase listModels, ListRunningUseCase listRunning) {
        return Stream.concat(facts(models, listModels, listRunning).stream(), writes(models).stream())
                .toList();
    }

    private static List<Route> facts(ModelLookup models, ListModelsUseCase listModels, ListRunningUseCase listRunning) {
        TagsEndpoint tags = new TagsEndpoint(listModels);
        return List.of(
                new Route(HEAD, "/api/tags", tags),
                new Route(GET, "/api/tags", tags),
                new Route(GET, "/api/ps", new PsEndpoint(listRunning)),
                new Route(POST, "/api/show", new ShowEndpoint(models)));
    }

    private static List<Route> writes(ModelLookup models) {
        RefusedWrites refused = new RefusedWrites(models);
        return List.of(
                new Route(POST, "/api/pull", new PullEndpoint(models)),
                new Route(POST, "/api/push", refused::push),
                new Route(POST, "/api/create", refused::create),
                new Route(POST, "/api/copy", refused::copy),
                new Route(DELETE, "/api/delete", refused::delete),
                new Route(HEAD, BlobEndpoint.PATH, new BlobEndpoint(404, "blob not found")),
                new Route(
                        POST, BlobEndpoint.PATH, new BlobEndpoint(501, RefusedWrites.unsupported("uploading a blob"))));
    }
}
