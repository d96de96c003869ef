package dev.enfilade.contract.recording;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be recorded.
 *
 * @param url the backend's base, such as {@code https://api.openai.com/v1}
 * @param key empty if the backend needs none
 * @param only names of questions; none is all of them
 * @param hidden words that must not be in the files either, such as the names of hosts and folders
 */
record Order(URI url, String key, Path folder, Map<String, String> models, Set<String> only, List<String> hidden) {

    /** What is sent in place of the key to see how a wrong one is refused; as long as most keys are. */
    static final String WRONG_KEY = "sk-wrong-0000000000000000000000000000000000000000";

    private static final String CHAT = "chat";
    private static final Set<String> KINDS = Set.of(CHAT, "tools", "think", "complete", "embed");

    Order {
        models = Map.copyOf(models);
        only = Set.copyOf(only);
        hidden = List.copyOf(hidden);
    }

    /**
     * Reads {@code --url URL --out FOLDER --chat MODEL}, and as wanted {@code --tools MODEL --think MODEL --complete
     * MODEL --embed MODEL --only NAME,NAME --hide WORD,WORD}.
     */
    static Order of(String[] args, String key) {
        Map<String, String> given = new HashMap<>();
        for (int at = 0; at < args.length; at += 2) {
            if (!args[at].startsWith("--") || at + 1 == args.length) {
                throw new IllegalArgumentException("not an option and its value: " + args[at]);
            }
            given.put(args[at].substring(2), args[at + 1]);
        }
        Map<String, String> models = new HashMap<>(given);
        models.keySet().retainAll(KINDS);
        URI url = URI.create(required(given, "url"));
        Path folder = Path.of(required(given, "out"));
        required(given, CHAT);
        return new Order(url, key, folder, models, Set.copyOf(list(given, "only")), list(given, "hide"));
    }

    /** The model for a kind of question: one of its own, or the one that chats. */
    String model(String kind) {
        return models.getOrDefault(kind, models.getOrDefault(CHAT, ""));
    }

    boolean has(String kind) {
        return models.containsKey(kind);
    }

    boolean wants(String question) {
        return only.isEmpty() || only.contains(question);
    }

    String keyFor(Question question) {
        return switch (question.access()) {
            case RIGHT -> key;
            case WRONG -> WRONG_KEY;
            case NONE -> "";
        };
    }

    private static String required(Map<String, String> given, String name) {
        String value = given.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    private static List<String> list(Map<String, String> given, String name) {
        return given.containsKey(name) ? List.of(given.getOrDefault(name, "").split(",", -1)) : List.of();
    }
}
