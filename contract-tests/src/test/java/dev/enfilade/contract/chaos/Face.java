package dev.enfilade.contract.chaos;

/** The route by which a client asks. */
enum Face {
    CHAT("/api/chat", "\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]"),
    GENERATE("/api/generate", "\"prompt\":\"%s\""),
    RELAY("/v1/chat/completions", "\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]");

    private final String path;
    private final String members;

    Face(String path, String members) {
        this.path = path;
        this.members = members;
    }

    String path() {
        return path;
    }

    String ask(String model, boolean streamed, String prompt) {
        return "{\"model\":\"" + model + "\",\"stream\":" + streamed + "," + members.formatted(prompt) + "}";
    }
}
