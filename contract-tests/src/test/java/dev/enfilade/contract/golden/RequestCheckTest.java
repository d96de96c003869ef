package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":1}                                  | {"a":1.0,"b":2}
                    {"a":{"b":1}}                            | {"a":{"b":1,"c":2}}
                    {"content":"ab"}                         | {"content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}
                    {"content":[{"type":"text","text":"a"}]} | {"content":"a"}
                    {"content":""}                           | {"content":null}
                    {"content":null}                         | {"content":""}
                    {"stop":["x"]}                           | {"stop":"x"}
                    {"input":"x"}                            | {"input":["x"]}
                    {"a":{"$json":{"x":1,"y":2}}}            | {"a":"{\\"y\\":2.0,\\"x\\":1}"}
                    {"a":{"$any":true}}                      | {"a":null}
                    ["$ref:1","$ref:1","$ref:2"]             | ["x","x","y"]
                    """)
    void contains(String expected, String sent) throws JsonProcessingException {
        assertThat(differences(body(expected), sent)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":1}                 | {"a":2}
                    {"a":1}                 | {}
                    {"a":1}                 | {"a":"1"}
                    {"a":[1]}               | {"a":[1,2]}
                    {"a":[1]}               | {"a":1}
                    {"a":""}                | {"a":null}
                    {"content":""}          | {}
                    {"content":"ab"}        | {"content":[{"type":"text","text":"a"}]}
                    {"a":["x"]}             | {"a":"x"}
                    {"stop":["x","y"]}      | {"stop":"x"}
                    {"a":{"$json":{"x":1}}} | {"a":"{\\"x\\":2}"}
                    {"a":{"$json":{"x":1}}} | {"a":{"x":1}}
                    {"a":{"$json":{"x":1}}} | {"a":"{\\"x\\""}
                    {"a":{"$any":true}}     | {}
                    ["$ref:1","$ref:1"]     | ["x","y"]
                    ["$ref:1","$ref:2"]     | ["x","x"]
                    ["$ref:1"]              | [""]
                    ["$ref:1"]              | [1]
                    {"a":1}                 | not json
                    """)
    void doesNotContain(String expected, String sent) throws JsonProcessingException {
        assertThat(differences(body(expected), sent)).isNotEmpty();
    }

    @Test
    void memberThatMustBeAbsentIsFound() throws JsonProcessingException {
        Expectation expected = expectation(Optional.empty(), Map.of(), Map.of(), List.of("top_k"), Optional.empty());

        assertThat(differences(expected, "{\"top_k\":null}")).hasToString("[/top_k: expected nothing, got null]");
        assertThat(differences(expected, "{\"top_p\":1}")).isEmpty();
    }

    @Test
    void oneOfTheAlternativesMustBeThere() throws JsonProcessingException {
        Map<String, List<JsonNode>> limit = Map.of("limit", List.of(Json.read("{\"a\":1}"), Json.read("{\"b\":1}")));
        Expectation expected = expectation(Optional.empty(), limit, Map.of(), List.of(), Optional.empty());

        assertThat(differences(expected, "{\"b\":1}")).isEmpty();
        assertThat(differences(expected, "{\"b\":2}")).hasSize(1);
    }

    @Test
    void whatShouldBeThereIsOnlyNoted() throws JsonProcessingException {
        Map<String, List<JsonNode>> think = Map.of("think", List.of(Json.read("{\"a\":1}")));
        Expectation expected = expectation(Optional.empty(), Map.of(), think, List.of(), Optional.empty());
        RequestCheck check = new RequestCheck(expected, request("POST", "/v1/x", "{}"));

        assertThat(check.differences()).isEmpty();
        assertThat(check.notes()).hasSize(1);
    }

    @Test
    void exactTextCountsToTheByte() throws JsonProcessingException {
        Expectation expected = expectation(Optional.empty(), Map.of(), Map.of(), List.of(), Optional.of("{ \"a\":1}"));

        assertThat(differences(expected, "{ \"a\":1}")).isEmpty();
        assertThat(differences(expected, "{\"a\":1}")).hasSize(1);
    }

    @Test
    void listedHeaderCountsAndOneWithoutAValueMustNotBeThere() throws JsonProcessingException {
        Headers wanted = new Headers(List.of(new Header("A", "1"), new Header("B", "")));
        Expectation expected = new Expectation(
                "POST", "/v1/x", Optional.empty(), Map.of(), Map.of(), List.of(), Optional.empty(), wanted);

        assertThat(new RequestCheck(expected, withHeaders(new Header("a", "1"))).differences())
                .isEmpty();
        assertThat(new RequestCheck(expected, withHeaders(new Header("A", "2"), new Header("B", "3"))).differences())
                .hasToString("[header A: expected 1, got 2, header B: expected , got 3]");
    }

    @Test
    void methodAndPathCount() throws JsonProcessingException {
        Expectation expected = body("{}");

        assertThat(new RequestCheck(expected, request("PUT", "/v1/x", "{}")).differences())
                .hasSize(1);
        assertThat(new RequestCheck(expected, request("POST", "/v1/x?y", "{}")).differences())
                .hasSize(1);
    }

    private static List<Difference> differences(Expectation expected, String sent) {
        return new RequestCheck(expected, request("POST", "/v1/x", sent)).differences();
    }

    private static Expectation body(String expected) throws JsonProcessingException {
        return expectation(Optional.of(Json.read(expected)), Map.of(), Map.of(), List.of(), Optional.empty());
    }

    private static Expectation expectation(
            Optional<JsonNode> body,
            Map<String, List<JsonNode>> any,
            Map<String, List<JsonNode>> should,
            List<String> absent,
            Optional<String> text) {
        return new Expectation(
                "POST", "/v1/x", body, any, should, absent, text, new Headers(List.of(new Header("X-Odd", ""))));
    }

    private static BackendRequest withHeaders(Header... headers) {
        return new BackendRequest("POST", "/v1/x", new Headers(List.of(headers)), Octets.ofUtf8("{}"));
    }

    private static BackendRequest request(String method, String path, String body) {
        return new BackendRequest(method, path, new Headers(List.of()), Octets.ofUtf8(body));
    }
}
