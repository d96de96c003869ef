package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what the backend was asked with what it was to be asked. */
final class RequestCheck {

    private final Expectation expected;
    private final BackendRequest request;

    RequestCheck(Expectation expected, BackendRequest request) {
        this.expected = expected;
        this.request = request;
    }

    /** What must not be so. */
    List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        compare("method", expected.method(), request.method(), found);
        compare("path", expected.path(), request.target(), found);
        expected.text().ifPresent(text -> compare("body", text, request.body().toString(), found));
        expected.body().ifPresent(body -> found.addAll(new BodyMatch().compare(Pointer.ROOT, body, request.json())));
        expected.absent().stream()
                .filter(request.json()::has)
                .map(name -> Difference.unexpected(
                        Pointer.ROOT.child(name), request.json().get(name)))
                .forEach(found::add);
        found.addAll(unmet(expected.any()));
        for (Header header : expected.headers().all()) {
            String sent = request.headers().value(header.name()).orElse("");
            compare("header " + header.name(), header.value(), sent, found);
        }
        return found;
    }

    /** What would better not be so, but is a matter of taste and of the backend's dialect. */
    List<Difference> notes() {
        return unmet(expected.should());
    }

    private static void compare(String where, String expected, String actual, List<Difference> found) {
        if (!expected.equals(actual)) {
            found.add(new Difference(where, expected, actual));
        }
    }

    private List<Difference> unmet(Map<String, List<JsonNode>> alternatives) {
        return alternatives.entrySet().stream()
                .filter(entry -> entry.getValue().stream().noneMatch(this::isContained))
                .map(entry -> new Difference(
                        entry.getKey(),
                        "one of " + entry.getValue(),
                        request.body().toString()))
                .toList();
    }

    private boolean isContained(JsonNode alternative) {
        return new BodyMatch()
                .compare(Pointer.ROOT, alternative, request.json())
                .isEmpty();
    }
}
