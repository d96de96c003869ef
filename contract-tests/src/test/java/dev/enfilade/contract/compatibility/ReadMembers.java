package dev.enfilade.contract.compatibility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members of each route's request that the code reads, found in the classes that read them. */
final class ReadMembers {

    /** For each route the prefixes of its members, and the methods that take members with that prefix. */
    private static final Map<String, Map<String, List<String>>> READERS = Map.of(
            "POST /api/chat",
                    Map.of(
                            "", List.of("ChatBodyReader.member", "AskSettingsReader.member"),
                            "messages[].", List.of("MessageReader.member"),
                            "messages[].tool_calls[].", List.of("ToolCallReader.member"),
                            "messages[].tool_calls[].function.", List.of("ToolCallReader.functionMember"),
                            "tools[].", List.of("ToolReader.member"),
                            "tools[].function.", List.of("ToolReader.functionMember"),
                            "tools[].function.parameters.", List.of("ToolReader.parametersMember"),
                            "tools[].function.parameters.properties.*.", List.of("ToolReader.propertyMember")),
            "POST /api/generate", Map.of("", List.of("GenerateBodyReader.member", "AskSettingsReader.member")),
            "POST /api/embed", Map.of("", List.of("EmbedBodyReader.member", "EmbedBodyReader.commonMember")),
            "POST /api/embeddings", Map.of("", List.of("EmbedBodyReader.olderMember", "EmbedBodyReader.commonMember")));

    /** For each route with a plain body the constant that lists its members. */
    private static final Map<String, String> LISTS = Map.of(
            "POST /api/show", "ShowEndpoint.MEMBERS",
            "POST /api/pull", "PullEndpoint.MEMBERS",
            "POST /api/push", "RefusedWrites.PUSH",
            "POST /api/create", "CreateMembers.ALL",
            "POST /api/copy", "RefusedWrites.COPY",
            "DELETE /api/delete", "RefusedWrites.DELETE");

    private ReadMembers() {}

    static List<String> routes() {
        List<String> routes = new ArrayList<>(READERS.keySet());
        routes.addAll(LISTS.keySet());
        return routes;
    }

    /** In lower case where the code matches them so. */
    static List<String> of(String route) {
        if (LISTS.containsKey(route)) {
            return SurfaceCode.listed(LISTS.get(route));
        }
        return READERS.getOrDefault(route, Map.of()).entrySet().stream()
                .flatMap(readers -> readers.getValue().stream()
                        .flatMap(method -> SurfaceCode.compared(method).stream())
                        .map(name -> readers.getKey() + name))
                .toList();
    }

    /** The methods and constants that are accounted for. */
    static Set<String> sources() {
        Set<String> sources = new HashSet<>(LISTS.values());
        READERS.values().forEach(readers -> readers.values().forEach(sources::addAll));
        return sources;
    }
}
