package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads golden files as README.md beside them describes; a member it does not know is an error. */
public final class GoldenReader {

    private GoldenReader() {}

    public static Golden read(Path file) {
        try {
            return golden(Json.read(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }

    public static Golden golden(JsonNode json) {
        try (Members file = new Members(json)) {
            file.skip("source", "why", "server", "models", "tags", "note");
            List<JsonNode> steps = file.list("steps");
            return new Golden(
                    file.text("name"),
                    file.text("about"),
                    file.find("replay").map(JsonNode::booleanValue).orElse(true),
                    file.findText("listing"),
                    steps.isEmpty()
                            ? List.of(step(file))
                            : steps.stream().map(GoldenReader::step).toList());
        }
    }

    private static Step step(JsonNode json) {
        try (Members step = new Members(json)) {
            return step(step);
        }
    }

    private static Step step(Members step) {
        return new Step(
                request(step.get("request")),
                step.list("backend").stream().map(GoldenReader::turn).toList(),
                response(step.get("response")),
                new Masks(step.list("mask").stream().map(GoldenReader::mask).toList()));
    }

    private static GoldenRequest request(JsonNode json) {
        try (Members request = new Members(json)) {
            return new GoldenRequest(
                    request.text("method"), request.text("path"), request.headers(), requestBody(request));
        }
    }

    private static RequestBody requestBody(Members request) {
        return request.find("json")
                .<RequestBody>map(RequestBody.JsonBody::new)
                .orElseGet(() -> new RequestBody.RawBody(request.findText("base64")
                        .map(encoded -> Octets.of(Base64.getDecoder().decode(encoded)))
                        .orElseGet(() -> Octets.ofUtf8(request.findText("text").orElse("")))));
    }

    private static BackendTurn turn(JsonNode json) {
        try (Members turn = new Members(json)) {
            return new BackendTurn(
                    expectation(turn.get("expect")), reply(turn.get("reply")), turn.isTrue("may_repeat"));
        }
    }

    private static Expectation expectation(JsonNode json) {
        try (Members expect = new Members(json)) {
            return new Expectation(
                    expect.text("method"),
                    expect.text("path"),
                    expect.find("body"),
                    alternatives(expect, "any"),
                    alternatives(expect, "should"),
                    expect.list("absent").stream().map(JsonNode::textValue).toList(),
                    expect.findText("text"),
                    expect.headers());
        }
    }

    private static Map<String, List<JsonNode>> alternatives(Members expect, String name) {
        return expect.find(name).stream()
                .flatMap(JsonNode::propertyStream)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().valueStream().toList()));
    }

    private static BackendReply reply(JsonNode json) {
        try (Members reply = new Members(json)) {
            reply.skip("like");
            return new BackendReply(
                    reply.get("status").intValue(),
                    reply.headers(),
                    reply.find("json"),
                    reply.find("sse").map(events -> events.valueStream().toList()),
                    reply.findText("text"),
                    reply.findText("end").map(GoldenReader::isAbort).orElse(false));
        }
    }

    private static boolean isAbort(String end) {
        if (!end.equals("abort")) {
            throw new IllegalArgumentException("unknown end of a reply: " + end);
        }
        return true;
    }

    private static GoldenResponse response(JsonNode json) {
        try (Members response = new Members(json)) {
            response.skip("raw");
            Set<Integer> statuses = new HashSet<>(Set.of(response.get("status").intValue()));
            response.list("status_any").forEach(status -> statuses.add(status.intValue()));
            return new GoldenResponse(statuses, response.headers(), responseBody(response));
        }
    }

    private static GoldenResponse.Body responseBody(Members response) {
        List<GoldenResponse.Body> bodies = new ArrayList<>();
        response.find("json").map(GoldenResponse.Body.JsonValue::new).ifPresent(bodies::add);
        response.find("ndjson").map(GoldenResponse.Body.JsonLines::new).ifPresent(bodies::add);
        response.findText("text").map(GoldenResponse.Body.Text::new).ifPresent(bodies::add);
        response.find("reads").map(reads -> read(ReadBody.Form.VALUE, reads)).ifPresent(bodies::add);
        response.find("reads_lines")
                .map(reads -> read(ReadBody.Form.LINES, reads))
                .ifPresent(bodies::add);
        response.find("reads_events")
                .map(reads -> read(ReadBody.Form.EVENTS, reads))
                .ifPresent(bodies::add);
        if (bodies.size() != 1) {
            throw new IllegalArgumentException("a response has one body, this one has " + bodies.size());
        }
        return bodies.getFirst();
    }

    private static ReadBody read(ReadBody.Form form, JsonNode readings) {
        return new ReadBody(
                form,
                readings.propertyStream()
                        .map((Map.Entry<String, JsonNode> entry) -> Reading.parse(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Mask mask(JsonNode json) {
        try (Members mask = new Members(json)) {
            mask.skip("note");
            return new Mask(
                    PointerPattern.parse(mask.text("at")), MaskRule.parse(mask.text("is")), mask.isTrue("soft"));
        }
    }
}
