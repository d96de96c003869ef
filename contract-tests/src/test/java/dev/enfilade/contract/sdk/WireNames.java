package dev.enfilade.contract.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.enfilade.contract.sdk.Place.Answered;
import dev.enfilade.contract.sdk.Place.Asked;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of members that the product itself has at a place. Those of an answer are read from one; those of a request
 * are found by asking: a member that is read makes a difference when its value is a wrong one.
 */
final class WireNames {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNREAD = "no_such_member";

    /** One of these is wrong for whatever the Ollama API takes; the last is beyond what a number may be. */
    private static final List<String> WRONG = List.of("{}", "[{}]", "1e999");

    private final Surface surface;
    private final List<String> candidates;

    /** @param candidates all names that a request's member could have */
    WireNames(Surface surface, Collection<String> candidates) {
        this.surface = surface;
        this.candidates = List.copyOf(candidates);
    }

    Set<String> at(Place place) throws IOException, InterruptedException {
        return switch (place.exchange()) {
            case Asked asked -> read(asked);
            case Answered answered -> written(answered);
        };
    }

    private Set<String> read(Asked asked) throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>();
        for (String value : WRONG) {
            String unread = reply(asked, List.of(UNREAD), value);
            search(asked, candidates, value, unread, names);
        }
        return names;
    }

    /** Halves the names until those that make a difference stand alone. */
    private void search(Asked asked, List<String> names, String value, String unread, Set<String> found)
            throws IOException, InterruptedException {
        if (names.isEmpty() || reply(asked, names, value).equals(unread)) {
            return;
        }
        if (names.size() == 1) {
            found.add(names.getFirst());
            return;
        }
        int half = names.size() / 2;
        search(asked, names.subList(0, half), value, unread, found);
        search(asked, names.subList(half, names.size()), value, unread, found);
    }

    private String reply(Asked asked, List<String> names, String value) throws IOException, InterruptedException {
        String members =
                names.stream().map(name -> ",\"" + name + "\":" + value).collect(Collectors.joining());
        HttpResponse<String> response = surface.send(asked, asked.body().formatted(members));
        return response.statusCode() + " " + response.body();
    }

    private Set<String> written(Answered answered) throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>();
        HttpResponse<String> response = surface.send(answered, answered.body());
        for (String line : response.body().lines().toList()) {
            objects(JSON.readTree(line), answered.at())
                    .forEach(object -> object.fieldNames().forEachRemaining(names::add));
        }
        return names;
    }

    private static Stream<JsonNode> objects(JsonNode root, String way) {
        Stream<JsonNode> nodes = Stream.of(root);
        for (String step : way.isEmpty() ? new String[0] : way.split("\\.", -1)) {
            String name = step.replace("[]", "");
            nodes = nodes.map(node -> node.path(name));
            if (step.endsWith("[]")) {
                nodes = nodes.flatMap(JsonNode::valueStream);
            }
        }
        return nodes;
    }
}
