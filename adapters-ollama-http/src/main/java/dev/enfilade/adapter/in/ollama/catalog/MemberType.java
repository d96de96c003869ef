package dev.enfilade.adapter.in.ollama.catalog;

/** What a member of a {@link SimpleBody} must be. */
enum MemberType {
    TEXT,
    FLAG,
    /** Its members may be anything. */
    OBJECT,
    /** An object whose members are texts. */
    TEXTS,
    /** Anything, but no number in it may be beyond a double. */
    ANY,
    /** A list of messages, as a chat has them. */
    MESSAGES,
    IGNORED
}
