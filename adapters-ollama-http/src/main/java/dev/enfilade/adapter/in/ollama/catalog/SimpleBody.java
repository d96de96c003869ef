package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.adapter.in.ollama.conversation.MessageReader;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a request that is little more than names and flags: show, pull, push, create, copy and delete. All
 * members are checked, as Go checks them; only texts and flags are kept.
 */
final class SimpleBody {

    private final GoReader in;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Optional<Boolean>> flags = new HashMap<>();

    private SimpleBody(GoReader in) {
        this.in = in;
    }

    /**
     * Reads the body of a request.
     *
     * @param goType Go's name of the struct
     * @param members the struct's members; others are ignored
     * @throws dev.enfilade.domain.failure.FailureException {@link dev.enfilade.domain.failure.Failure.InvalidRequest}
     *     with Go's text
     */
    static SimpleBody read(Context ctx, String goType, Map<String, MemberType> members) throws IOException {
        return GoReader.read(ctx.bodyInputStream().readAllBytes(), in -> {
            SimpleBody body = new SimpleBody(in);
            in.struct(goType, name -> body.member(name, members.getOrDefault(name, MemberType.IGNORED)));
            return body;
        });
    }

    /** A text, empty if absent. */
    String text(String member) {
        return texts.getOrDefault(member, "");
    }

    /** A flag, absent if the client left it out or sent null. */
    Optional<Boolean> flag(String member) {
        return flags.getOrDefault(member, Optional.empty());
    }

    /** The model under its present or its old member name; an empty one counts as absent. */
    String model() {
        return text("model").isEmpty() ? text("name") : text("model");
    }

    private void member(String name, MemberType type) {
        Runnable read = switch (type) {
            case TEXT -> () -> texts.put(name, in.string(text(name)));
            case FLAG -> () -> flags.put(name, in.optionalFlag(flag(name)));
            case OBJECT -> () -> in.map(Map.of());
            case ANY -> in::any;
            case TEXTS -> () -> in.properties("map[string]string", _ -> in.string(""));
            case MESSAGES -> () -> in.list("[]api.Message", List.of(), MessageReader::read);
            case IGNORED -> in::skip;
        };
        read.run();
    }
}
