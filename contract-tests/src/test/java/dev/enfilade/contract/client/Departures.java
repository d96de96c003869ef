package dev.enfilade.contract.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks a backend whether a client has left its endless model. */
final class Departures {

    private Departures() {}

    static boolean seenBy(URI backend) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(backend.resolve("/departures")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        }
    }
}
