package dev.enfilade.contract.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One request to a backend.
 *
 * @param name under which it and its answer are kept
 * @param path below the backend's base
 * @param body empty for none
 */
record Question(String name, String method, String path, Access access, String body) {

    /** The key that goes with it. */
    enum Access {
        RIGHT,
        WRONG,
        NONE
    }

    static Question get(String name, String path) {
        return new Question(name, "GET", path, Access.RIGHT, "");
    }

    static Question post(String name, String path, String body) {
        return new Question(name, "POST", path, Access.RIGHT, body);
    }

    Question with(String otherName, Access other) {
        return new Question(otherName, method, path, other, body);
    }

    /** What is kept of it: the first line, an empty one, the body. */
    byte[] text() {
        return (method + " " + path + " key=" + access + "\n\n" + body + "\n").getBytes(UTF_8);
    }

    static Question parse(String name, byte[] text) {
        String[] parts = new String(text, UTF_8).split("\n\n", 2);
        String[] first = parts[0].split(" ", -1);
        Access access = Access.valueOf(first[2].substring("key=".length()));
        return new Question(name, first[0], first[1], access, parts[1].strip());
    }
}
