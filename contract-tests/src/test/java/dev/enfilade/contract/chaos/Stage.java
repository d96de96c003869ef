package dev.enfilade.contract.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.enfilade.contract.core.Act;
import dev.enfilade.contract.core.Backend;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays the backend's side of many plans at once; a request says in its prompt which one it belongs to. */
final class Stage {

    /** The backend's key, which no client may ever read. */
    static final String SECRET = "sk-canary-0123456789abcdef";

    private static final int MOST_WRITES = 5_000;
    private static final Pattern TAG = Pattern.compile("scene-(\\w+)-");

    private final Map<String, Scene> scenes = new ConcurrentHashMap<>();

    Stage(Backend backend) {
        backend.plays(this::act);
    }

    static String prompt(String tag) {
        return "scene-" + tag + "-";
    }

    Scene enter(Plan plan, String tag) {
        Scene scene = Scene.of(plan, tag);
        scenes.put(tag, scene);
        return scene;
    }

    void leave(Scene scene) {
        scenes.remove(scene.tag());
    }

    private List<Act> act(Backend.Connection connection) {
        Matcher tag = TAG.matcher(connection.body());
        Scene scene = tag.find() ? scenes.get(tag.group(1)) : null;
        if (scene == null) {
            return List.of(new Act.Fin());
        }
        scene.entered().incrementAndGet();
        try {
            return play(scene, connection);
        } catch (IOException e) {
            return List.of(new Act.Fin());
        } finally {
            scene.left().release();
            scene.played().countDown();
        }
    }

    private static List<Act> play(Scene scene, Backend.Connection connection) throws IOException {
        Plan plan = scene.plan();
        byte[] bytes = plan.opening().isRefusal()
                ? plan.opening().refusal().getBytes(UTF_8)
                : Script.of(plan, scene.tag()).bytes();
        // A line of megabytes byte by byte would take longer than a thousand other plans.
        int slice = Math.max(plan.slice(), bytes.length / MOST_WRITES);
        for (int from = 0; from < bytes.length; from += Math.min(slice, bytes.length - from)) {
            connection.send(Arrays.copyOfRange(bytes, from, from + Math.min(slice, bytes.length - from)));
        }
        return ending(scene, connection);
    }

    private static List<Act> ending(Scene scene, Backend.Connection connection) throws IOException {
        Plan plan = scene.plan();
        return switch (plan.opening()) {
            case ONLY_RESET -> List.of(new Act.Reset());
            case ONLY_FIN, NO_HTTP, TWO_LENGTHS -> List.of(new Act.Fin());
            case STREAM, WHOLE -> endOfAnswer(scene, connection);
            case RATE_LIMIT,
                    BAD_REQUEST,
                    NO_MODEL,
                    NOT_PROCESSABLE,
                    REFUSED_KEY,
                    FORBIDDEN,
                    BROKEN,
                    OVERLOADED,
                    HTML_502,
                    HTML_200,
                    NOTHING_200,
                    REDIRECT -> List.of();
        };
    }

    private static List<Act> endOfAnswer(Scene scene, Backend.Connection connection) throws IOException {
        return switch (scene.plan().end()) {
            case NONE, CLEAN_END -> scene.plan().framing() == Framing.CLOSE ? List.of(new Act.Fin()) : List.of();
            case FIN, BAD_CHUNK -> List.of(new Act.Fin());
            case RESET -> List.of(new Act.Reset());
            case STALL -> {
                scene.played().countDown();
                connection.awaitEnd();
                yield List.of(new Act.Fin());
            }
        };
    }
}
