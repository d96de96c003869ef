package dev.enfilade.contract.pact;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import au.com.dius.pact.core.model.matchingrules.MatchingRulesImpl;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import java.util.List;
import java.util.Map;

/** The parts of a contract, from plain text. */
final class Exchanges {

    private Exchanges() {}

    static V4Interaction given(String state, String description, HttpRequest request, HttpResponse response) {
        return new V4Interaction.SynchronousHttp(description, List.of(new ProviderState(state)), request, response);
    }

    static HttpRequest get(String path) {
        return new HttpRequest("GET", path);
    }

    /** Asks with exactly this JSON. */
    static HttpRequest post(String path, String json) {
        return new HttpRequest(
                "POST", path, Map.of(), headers("application/json"), OptionalBody.body(json, ContentType.getJSON()));
    }

    /** An answer that is this JSON but for what the rules let differ. */
    static HttpResponse answer(int status, String json, Rule... rules) {
        MatchingRules matching = new MatchingRulesImpl();
        for (Rule rule : rules) {
            matching.addCategory("body").addRule(rule.path(), rule.matcher());
        }
        return new HttpResponse(
                status, headers("application/json"), OptionalBody.body(json, ContentType.getJSON()), matching);
    }

    /** An answer whose whole body matches this expression, as the example does. */
    static HttpResponse stream(String type, String example, String regex) {
        MatchingRules matching = new MatchingRulesImpl();
        matching.addCategory("body").addRule("$", new RegexMatcher(regex));
        return new HttpResponse(200, headers(type), OptionalBody.body(example, new ContentType(type)), matching);
    }

    private static Map<String, List<String>> headers(String type) {
        return Map.of("Content-Type", List.of(type));
    }
}
