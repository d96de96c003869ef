package dev.enfilade.contract.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;

/** A client of one server. */
record Visitor(HttpClient client, InetSocketAddress server) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Visitor(InetSocketAddress server) {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), server);
    }

    HttpResponse<String> go(Visit visit) throws IOException, InterruptedException {
        return client.send(request(visit), BodyHandlers.ofString());
    }

    /** The lines of an answer as they come. */
    Iterator<String> lines(Visit visit) throws IOException, InterruptedException {
        return client.send(request(visit), BodyHandlers.ofLines()).body().iterator();
    }

    private HttpRequest request(Visit visit) {
        BodyPublisher body = visit.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(visit.body());
        return HttpRequest.newBuilder(uri(visit.path()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(visit.method(), body)
                .build();
    }

    private URI uri(String path) {
        return URI.create("http://" + server.getHostString() + ":" + server.getPort() + path);
    }
}
