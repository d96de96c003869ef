package dev.enfilade.adapter.in.ollama;

/** What a member of a {@link SimpleBody} must be. */
enum MemberType {
    TEXT,
    FLAG,
    /** Anything in it is fine. */
    OBJECT,
    /** An object whose members are texts. */
    TEXTS,
    /** A list of messages, as a chat has them. */
    MESSAGES,
    IGNORED
}
